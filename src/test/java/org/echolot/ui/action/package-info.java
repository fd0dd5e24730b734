/** Tests of the window's part of that name. */
@NullMarked
package org.echolot.ui.action;

import org.jspecify.annotations.NullMarked;
