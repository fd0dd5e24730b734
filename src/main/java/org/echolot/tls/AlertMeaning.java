package org.echolot.tls;

/** What an alert means for the one who gets it, in plain words (RFC 8446 6.2, RFC 5246 7.2.2). */
final class AlertMeaning {

  private AlertMeaning() {}

  /**
   * Half a sentence; empty where the number is not known, or says nothing here.
   *
   * @param certificateSent whether we sent a certificate that it may be about
   * @param serverNameSent whether we sent a server name (SNI) that it may be about
   */
  static String of(int description, boolean certificateSent, boolean serverNameSent) {
    if (description == TlsAlert.UNRECOGNIZED_NAME && serverNameSent) {
      return "the peer does not know the server name that we sent";
    }
    return certificateSent ? ofOurCertificate(description) : ofWhatElse(description);
  }

  /** The words for alerts that name a fault of the receiver's certificate. */
  private static String ofOurCertificate(int description) {
    return switch (description) {
      case 40 -> "the peer does not accept what we offered, or our certificate";
      case 42 -> "our certificate is damaged or not yet valid, or its signature is wrong";
      case 43 -> "the peer does not accept certificates of our type, or with our purpose";
      case 44 -> "our certificate was revoked";
      case 45 -> "our certificate has expired, or the peer's clock is wrong";
      case 46 -> "the peer does not accept our certificate, and does not say why";
      case 48 -> "the peer does not know any authority to which our certificate leads";
      case 49 -> "our certificate is valid, but the peer denies access to its holder";
      case 51 -> "the peer could not verify a signature of ours";
      case 116 -> "the peer requires another client certificate";
      default -> ofWhatElse(description);
    };
  }

  private static String ofWhatElse(int description) {
    return switch (description) {
      case 0 -> "the peer closes the connection in order";
      case 10 -> "the peer got a message that it did not expect at that point";
      case 20, 21 -> "the peer could not decrypt what it got";
      case 22 -> "the peer got a record that is too long";
      case 40 -> "the peer does not accept what we offered, or requires a client certificate";
      case 41 -> "the peer requires a certificate";
      case 42, 43, 44, 45, 46, 48 -> "it is about a certificate, but we sent none";
      case 47 -> "the peer considers a field of ours out of range";
      case 49 -> "the peer denies us access; we sent no client certificate";
      case 50 -> "the peer cannot read a message of ours";
      case 51 -> "a cryptographic check of the handshake failed at the peer";
      case 70 -> "the peer does not speak any version of TLS that we offered";
      case 71 -> "the peer requires stronger cipher suites than those that we offered";
      case 80 -> "the peer has an internal error";
      case 86 -> "the peer considers our version of TLS a downgrade";
      case 90 -> "the peer's side gave up the handshake";
      case 100 -> "the peer refuses to negotiate again";
      case 109 -> "our handshake lacks an extension that the peer requires";
      case 110 -> "the peer got an extension that it did not request";
      case 112 -> "the peer requires a server name, but we sent none";
      case 113 -> "the peer could not use the OCSP answer";
      case 115 -> "the peer does not know the pre-shared key";
      case 116 -> "the peer requires a client certificate, but we sent none";
      case 120 -> "the peer requires an application protocol (ALPN), but we offered none";
      default -> "";
    };
  }
}
