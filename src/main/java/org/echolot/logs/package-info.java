/** What other programs' log lines mean. */
@NullMarked
package org.echolot.logs;

import org.jspecify.annotations.NullMarked;
