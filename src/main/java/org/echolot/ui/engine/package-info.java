/** Engines side by side in the window. */
@NullMarked
package org.echolot.ui.engine;

import org.jspecify.annotations.NullMarked;
