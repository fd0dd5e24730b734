/** What a check told, kept, told again, read from a file, and written as a packet capture. */
@NullMarked
package org.echolot.capture;

import org.jspecify.annotations.NullMarked;
