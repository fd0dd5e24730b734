/**
 * TLS on a connected socket, in our own hands, so that each wait has a deadline and all is seen.
 */
@NullMarked
package org.echolot.tls.handshake;

import org.jspecify.annotations.NullMarked;
