/** What a peer accepts beyond an echo, on the screen. */
@NullMarked
package org.echolot.ui.probe;

import org.jspecify.annotations.NullMarked;
