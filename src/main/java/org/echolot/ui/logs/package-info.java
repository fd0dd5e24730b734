/** The window that says what other programs' log lines mean. */
@NullMarked
package org.echolot.ui.logs;

import org.jspecify.annotations.NullMarked;
