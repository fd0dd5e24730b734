/**
 * The face of TLS: how to come as a client or a server, profiles, alerts, and what a peer showed
 * (PS3.15 Annex B).
 */
@NullMarked
package org.echolot.tls;

import org.jspecify.annotations.NullMarked;
