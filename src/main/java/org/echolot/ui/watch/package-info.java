/** Watching in the window: which peers, what happened, and telling it on the desktop. */
@NullMarked
package org.echolot.ui.watch;

import org.jspecify.annotations.NullMarked;
