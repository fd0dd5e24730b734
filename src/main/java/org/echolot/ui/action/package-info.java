/**
 * All that the user can do in the window, as one list: menus, bars, keys and help are made of it.
 */
@NullMarked
package org.echolot.ui.action;

import org.jspecify.annotations.NullMarked;
