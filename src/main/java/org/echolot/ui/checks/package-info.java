/** The checks that were asked for in the window. */
@NullMarked
package org.echolot.ui.checks;

import org.jspecify.annotations.NullMarked;
