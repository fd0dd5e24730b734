package org.echolot.peers;

import java.nio.file.Path;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/**
 * How a peer is spoken to over TLS. Paths are as the file has them, relative to its folder.
 *
 * @param trustedCertificates a PEM, PKCS#12 or JKS file; null: the runtime's own trust store
 * @param trustedFingerprint the SHA-256 of a certificate of the peer that is trusted whoever signed
 *     it, 64 hexadecimal digits in lower case; null: none
 * @param clientCertificate a PKCS#12 file, or PEM; null: none
 * @param clientKey the PEM file of its private key where that is not in the file of the
 *     certificate; null otherwise
 * @param verifyHostname whether the certificate must name the host
 * @param serverName the name to ask for where it is not the host's; null: the host's
 */
public record PeerTls(
    @Nullable String trustedCertificates,
    @Nullable String trustedFingerprint,
    @Nullable String clientCertificate,
    @Nullable String clientKey,
    boolean verifyHostname,
    @Nullable String serverName,
    TlsProfile profile) {

  /** What holds where nobody chose. */
  public static final PeerTls DEFAULT =
      new PeerTls(null, null, null, null, true, null, TlsProfile.RUNTIME);

  /**
   * White space around texts, and texts of nothing else, are not kept.
   *
   * @throws IllegalArgumentException if one can't be; the message says in plain words what is wrong
   */
  public PeerTls {
    trustedCertificates = file(trustedCertificates);
    clientCertificate = file(clientCertificate);
    clientKey = file(clientKey);
    trustedFingerprint = orNull(trustedFingerprint);
    if (trustedFingerprint != null) {
      PeerRules.requireNoFault(PeerTlsText.fingerprintFault(trustedFingerprint));
      trustedFingerprint = PeerTlsText.fingerprint(trustedFingerprint);
    }
    serverName = orNull(serverName);
    if (serverName != null) {
      PeerRules.requireNoFault(PeerTlsText.serverNameFault(serverName));
      serverName = PeerTlsText.serverName(serverName);
    }
    PeerRules.requireNoFault(keyFault(clientCertificate, clientKey));
  }

  /** What is wrong with a key beside this certificate; null if nothing is. */
  public static @Nullable String keyFault(
      @Nullable String clientCertificate, @Nullable String clientKey) {
    return clientKey != null && clientCertificate == null
        ? "A private key needs the client certificate that it belongs to."
        : null;
  }

  /**
   * What a check is to do.
   *
   * @param folder where relative paths start
   */
  TlsSettings settings(Path folder) {
    return new TlsSettings(
        resolved(folder, trustedCertificates),
        trustedFingerprint,
        resolved(folder, clientCertificate),
        resolved(folder, clientKey),
        verifyHostname,
        serverName,
        profile);
  }

  /** The same, with one certificate of the peer trusted, by its SHA-256 in hexadecimal digits. */
  public PeerTls withTrustedFingerprint(@Nullable String value) {
    return new PeerTls(
        trustedCertificates,
        value,
        clientCertificate,
        clientKey,
        verifyHostname,
        serverName,
        profile);
  }

  private static @Nullable Path resolved(Path folder, @Nullable String file) {
    return file == null ? null : folder.resolve(file);
  }

  private static @Nullable String file(@Nullable String text) {
    String file = orNull(text);
    if (file != null) {
      PeerRules.requireNoFault(PeerTlsText.fileFault(file));
    }
    return file;
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
