/** One check, or several, in a form to be sent to somebody else. */
@NullMarked
package org.echolot.ticket;

import org.jspecify.annotations.NullMarked;
