/** The window: what its parts share, such as the FX thread, frames, icons and dialogs. */
@NullMarked
package org.echolot.ui;

import org.jspecify.annotations.NullMarked;
