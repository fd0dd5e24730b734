/** TLS: so far, whether a peer speaks it. */
@NullMarked
package org.echolot.tls;

import org.jspecify.annotations.NullMarked;
