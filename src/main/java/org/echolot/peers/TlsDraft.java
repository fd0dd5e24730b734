package org.echolot.peers;

import java.util.EnumMap;
import java.util.Map;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.text.PastedText;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsProfile;
import org.jspecify.annotations.Nullable;

/**
 * How a peer is spoken to over TLS, as a user types it. Immutable.
 *
 * @param on whether TLS is spoken at all; if not, nothing else counts, or is wrong
 * @param trustedCertificates a file; blank: the runtime's own trust store
 * @param trustedFingerprint a SHA-256, with or without colons; blank: none
 * @param clientCertificate a file; blank: none
 * @param clientKey a file; blank: the key is in the file of the certificate
 * @param serverName blank: the host's
 */
public record TlsDraft(
    boolean on,
    String trustedCertificates,
    String trustedFingerprint,
    String clientCertificate,
    String clientKey,
    boolean verifyHostname,
    String serverName,
    TlsProfile profile) {

  /** No TLS; switched on, what holds where nobody chose. */
  public static final TlsDraft OFF = editing(PeerTls.DEFAULT).withOn(false);

  /** A draft that edits {@code tls}; null: that the peer is plain. */
  public static TlsDraft of(@Nullable PeerTls tls) {
    return tls == null ? OFF : editing(tls);
  }

  private static TlsDraft editing(PeerTls tls) {
    String fingerprint = tls.trustedFingerprint();
    return new TlsDraft(
        true,
        orBlank(tls.trustedCertificates()),
        // As everywhere else, so that it can be compared at sight.
        fingerprint == null ? "" : CertificateFacts.inPairs(fingerprint),
        orBlank(tls.clientCertificate()),
        orBlank(tls.clientKey()),
        tls.verifyHostname(),
        orBlank(tls.serverName()),
        tls.profile());
  }

  public TlsDraft withOn(boolean value) {
    return new TlsDraft(
        value,
        trustedCertificates,
        trustedFingerprint,
        clientCertificate,
        clientKey,
        verifyHostname,
        serverName,
        profile);
  }

  /** What is wrong, in plain words, by field; empty if nothing is. */
  Map<Field, String> faults() {
    Map<Field, String> faults = new EnumMap<>(Field.class);
    if (on) {
      put(faults, Field.TRUSTED_CERTIFICATES, fileFault(trustedCertificates));
      put(faults, Field.TRUSTED_FINGERPRINT, fingerprintFault());
      put(faults, Field.CLIENT_CERTIFICATE, fileFault(clientCertificate));
      put(faults, Field.CLIENT_KEY, keyFault());
      put(faults, Field.SERVER_NAME, serverNameFault());
    }
    return faults;
  }

  /** What the peer is to have, if there are no faults; null: it is plain. */
  @Nullable PeerTls toPeerTls() {
    return on
        ? new PeerTls(
            PastedText.trim(trustedCertificates),
            PastedText.trim(trustedFingerprint),
            PastedText.trim(clientCertificate),
            PastedText.trim(clientKey),
            verifyHostname,
            PastedText.trim(serverName),
            profile)
        : null;
  }

  private static void put(Map<Field, String> faults, Field field, @Nullable String fault) {
    if (fault != null) {
      faults.put(field, fault);
    }
  }

  private static @Nullable String fileFault(String text) {
    String file = PastedText.trim(text);
    return file.isEmpty() ? null : PeerTlsText.fileFault(file);
  }

  private @Nullable String fingerprintFault() {
    String fingerprint = PastedText.trim(trustedFingerprint);
    return fingerprint.isEmpty() ? null : PeerTlsText.fingerprintFault(fingerprint);
  }

  private @Nullable String keyFault() {
    String fault = fileFault(clientKey);
    return fault != null ? fault : PeerTls.keyFault(orNull(clientCertificate), orNull(clientKey));
  }

  private @Nullable String serverNameFault() {
    String name = PastedText.trim(serverName);
    return name.isEmpty() ? null : PeerTlsText.serverNameFault(name);
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNull(String text) {
    String trimmed = PastedText.trim(text);
    return trimmed.isEmpty() ? null : trimmed;
  }
}
