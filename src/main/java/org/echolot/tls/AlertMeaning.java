package org.echolot.tls;

/**
 * What an alert means for the one who gets it, in plain words (RFC 8446 6.2, RFC 5246 7.2.2). That
 * depends on how far the handshake had come, and on what we had sent.
 */
final class AlertMeaning {

  private final boolean answered;
  private final boolean certificateRequested;
  private final boolean certificateSent;
  private final boolean serverNameSent;

  private AlertMeaning(TlsReport report) {
    answered = report.protocol() != null;
    certificateRequested = report.clientCertificateRequest() != null;
    certificateSent = !report.sentChain().isEmpty();
    serverNameSent = report.offered().serverName() != null;
  }

  /**
   * Half a sentence; empty where the number is not defined.
   *
   * @param report of the handshake that it came in, or after
   */
  static String of(int description, TlsReport report) {
    AlertMeaning meaning = new AlertMeaning(report);
    return meaning.certificateSent
        ? meaning.ofOurCertificate(description)
        : meaning.ofWhatElse(description);
  }

  /** The words for alerts that name a fault of the receiver's certificate. */
  private String ofOurCertificate(int description) {
    return switch (description) {
      case 40 -> "the peer does not accept our certificate, or what we offered";
      case 42 -> "the peer considers our certificate damaged, not yet valid, or wrongly signed";
      case 43 -> "the peer does not accept certificates of this type, or with this purpose";
      case 44 -> "the peer says that our certificate was revoked";
      case 45 ->
          "the peer considers our certificate, one above it, or its own revocation list expired";
      case 46 -> "the peer does not accept our certificate, and does not say why";
      case 48 -> "the peer does not know any authority to which our certificate leads";
      case 49 -> "our certificate is valid, but the peer denies access to its holder";
      case 51 -> "the peer could not verify a signature of ours";
      case 116 -> "the peer requires another client certificate";
      default -> ofWhatElse(description);
    };
  }

  private String ofWhatElse(int description) {
    return switch (description) {
      case 0 -> "the peer closes the connection in order";
      case 10 -> "the peer got a message that it did not expect at that point";
      case 20, 21 -> "the peer could not decrypt what it got";
      case 22 -> "the peer got a record that is too long";
      case 30 -> "the peer could not decompress what it got";
      case 40 -> handshakeFailure();
      case 41 -> "the peer has no certificate to send, or requires one of us";
      case 42, 43, 44, 45, 46, 48 ->
          certificateRequested
              ? "the peer requires a client certificate, but we sent none"
              : "it is about a certificate, but the peer did not request one of ours";
      case 47 -> "the peer considers a field of ours out of range";
      case 49 ->
          certificateRequested
              ? "the peer denies access to callers without a client certificate"
              : "the peer denies us access";
      case 50 -> "the peer cannot read a message of ours";
      case 51 -> "a cryptographic check of the handshake failed at the peer";
      case 52 -> "the peer got too many requests of a kind that only TLS over UDP has";
      case 60 -> "a rule about export, which only TLS 1.0 and older have";
      case 70 -> "the peer does not speak any version of TLS that we offered";
      case 71 -> "the peer requires stronger cipher suites than those that we offered";
      case 80 -> "the peer has an internal error";
      case 86 -> "the peer considers our version of TLS a downgrade";
      case 90 -> "the peer's side gave up the handshake";
      case 100 -> "the peer refuses to negotiate again";
      case 109 -> "our handshake lacks an extension that the peer requires";
      case 110 -> "the peer got an extension that it did not request";
      case 111 -> "the peer could not get a certificate from where it was told to look";
      case 112 ->
          serverNameSent
              ? "the peer does not know the server name that we sent"
              : "the peer requires a server name, but we sent none";
      case 113 -> "the peer could not use an answer about revocation (OCSP)";
      case 114 -> "a certificate does not match its checksum";
      case 115 -> "the peer does not know the pre-shared key";
      case 116 ->
          certificateRequested
              ? "the peer requires a client certificate, but we sent none"
              : "the peer requires a client certificate, but did not request one in the handshake";
      case 120 -> "the peer requires an application protocol (ALPN), but we offered none";
      case 121 -> "the peer requires an encrypted ClientHello (ECH)";
      default -> "";
    };
  }

  private String handshakeFailure() {
    if (!answered) {
      return "the peer cannot use what we offered, or has no usable certificate";
    }
    return certificateRequested
        ? "the peer requires a client certificate, but we sent none"
        : "the peer does not go on with what was negotiated";
  }
}
