/** The window that says what log lines of other software mean. */
@NullMarked
package org.echolot.ui.explain;

import org.jspecify.annotations.NullMarked;
