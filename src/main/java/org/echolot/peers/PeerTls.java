package org.echolot.peers;

import org.jspecify.annotations.Nullable;

/**
 * How a peer is spoken to over TLS. Paths are as the file has them, relative to its folder.
 *
 * @param trustedCertificates a PEM, PKCS#12 or JKS file; null: the runtime's own trust store
 * @param clientCertificate a PKCS#12 file, or PEM with its key; null: none
 */
public record PeerTls(
    @Nullable String trustedCertificates,
    @Nullable String clientCertificate,
    boolean verifyHostname) {}
