/** Tickets and captures in the window. */
@NullMarked
package org.echolot.ui.ticket;

import org.jspecify.annotations.NullMarked;
