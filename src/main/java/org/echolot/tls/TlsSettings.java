package org.echolot.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a peer is to be spoken to over TLS: which files, which rules. Nothing of it is secret, and
 * nothing was read yet.
 *
 * @param trustedCertificates a PEM, PKCS#12 or JKS file; null: the runtime's own trust store
 * @param trustedFingerprint the SHA-256 of one certificate of the peer that is trusted whoever
 *     signed it, 64 hexadecimal digits in lower case; null: none
 * @param clientCertificate a PKCS#12 file, or PEM; null: none
 * @param clientKey the PEM file of its private key where that is not in the file of the
 *     certificate; null otherwise
 * @param verifiesHostname whether the certificate must name the host that was asked for (RFC 9525)
 * @param serverName the name to ask for (SNI, RFC 6066 section 3) where it is not the host's; null:
 *     the host's, if it is a name
 */
public record TlsSettings(
    @Nullable Path trustedCertificates,
    @Nullable String trustedFingerprint,
    @Nullable Path clientCertificate,
    @Nullable Path clientKey,
    boolean verifiesHostname,
    @Nullable String serverName,
    TlsProfile profile) {

  /**
   * What holds where nobody chose: the runtime's trust, no client certificate, and all that the
   * runtime allows; how that keeps to PS3.15 is said in the result.
   */
  public static final TlsSettings DEFAULT =
      new TlsSettings(null, null, null, null, true, null, TlsProfile.RUNTIME);
}
