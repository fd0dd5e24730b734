/** The window's dialog that asks for our registration. */
@NullMarked
package org.echolot.ui.handout;

import org.jspecify.annotations.NullMarked;
