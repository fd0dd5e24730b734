package org.echolot.tls;

/** What an alert means for the one who gets it, in plain words (RFC 8446 6.2, RFC 5246 7.2.2). */
final class AlertMeaning {

  private AlertMeaning() {}

  /** Half a sentence; empty where the number is not known. */
  static String of(int description) {
    return switch (description) {
      case 0 -> "the peer closes the connection in order";
      case 10 -> "the peer got a message that it did not expect at that point";
      case 20, 21 -> "the peer could not decrypt what it got";
      case 22 -> "the peer got a record that is too long";
      case 40 -> "the peer found nothing in common that it accepts, or misses a client certificate";
      case 41 -> "the peer misses a certificate";
      case 42 -> "our certificate is corrupt, or its signature is wrong";
      case 43 -> "our certificate is of a type that the peer does not take";
      case 44 -> "our certificate was revoked";
      case 45 -> "our certificate has expired, or the peer's clock is wrong";
      case 46 -> "the peer does not accept our certificate, and does not say why";
      case 47 -> "the peer takes a field of ours to be out of range";
      case 48 -> "the peer knows no authority that our certificate leads to";
      case 49 -> "our certificate is good, and the peer does not let its holder in";
      case 50 -> "the peer can't read a message of ours";
      case 51 -> "the peer could not verify a signature of ours";
      case 70 -> "the peer does not speak any version of TLS that we offered";
      case 71 -> "the peer wants stronger cipher suites than those that we offered";
      case 80 -> "something broke inside the peer";
      case 86 -> "the peer takes our version of TLS for a downgrade";
      case 90 -> "the peer's side gave up the handshake";
      case 100 -> "the peer refuses to negotiate again";
      case 109 -> "our handshake misses an extension that the peer must have";
      case 110 -> "the peer got an extension that it did not ask for";
      case 112 -> "the peer has no certificate for the server name that we asked for";
      case 113 -> "the peer could not use the OCSP answer";
      case 115 -> "the peer does not know the pre-shared key";
      case 116 -> "the peer wants a client certificate, and we sent none";
      case 120 -> "the peer speaks none of the application protocols that we named";
      default -> "";
    };
  }
}
