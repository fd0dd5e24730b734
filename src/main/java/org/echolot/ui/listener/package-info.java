/** Our own SCP in the window. */
@NullMarked
package org.echolot.ui.listener;

import org.jspecify.annotations.NullMarked;
