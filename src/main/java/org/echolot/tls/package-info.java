/** TLS: trust, keys, profiles, and what a peer showed (PS3.15 Annex B). */
@NullMarked
package org.echolot.tls;

import org.jspecify.annotations.NullMarked;
