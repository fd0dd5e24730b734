/** Judges a peer's certificates, and what was agreed on. */
@NullMarked
package org.echolot.tls.trust;

import org.jspecify.annotations.NullMarked;
