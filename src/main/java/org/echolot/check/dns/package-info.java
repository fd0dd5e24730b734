/**
 * What the DNS servers and the hosts file of this computer say of a host name, asked in a way of
 * our own: evidence beside the system's own lookup, which says only whether it found something.
 */
@NullMarked
package org.echolot.check.dns;

import org.jspecify.annotations.NullMarked;
