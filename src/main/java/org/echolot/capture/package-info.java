/** What went over the wire in a check, kept, told again, and written as a packet capture. */
@NullMarked
package org.echolot.capture;

import org.jspecify.annotations.NullMarked;
