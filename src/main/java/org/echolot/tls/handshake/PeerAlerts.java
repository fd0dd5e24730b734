package org.echolot.tls.handshake;

import org.echolot.tls.TlsAlert;
import org.jspecify.annotations.Nullable;

/**
 * The alerts that a peer sent: those in plain text are read along, and an encrypted one shows in
 * what the engine throws for it. Safe for use by any thread.
 */
final class PeerAlerts {

  private final HandshakeTap tap;

  /** The last one that was encrypted. */
  private volatile @Nullable TlsAlert encrypted;

  PeerAlerts(HandshakeTap tap) {
    this.tap = tap;
  }

  /** An exception that the engine threw, for an alert perhaps. */
  void heard(Exception e) {
    TlsAlert received = ReceivedAlert.in(e);
    if (received != null) {
      encrypted = received;
    }
  }

  /** The last alert that the peer sent, encrypted or not; null if none was seen. */
  @Nullable TlsAlert last() {
    TlsAlert seen = encrypted;
    TlsAlert plain = tap.receivedAlert();
    // The engine does not tell the level, and speaks of those in plain text, too.
    return seen == null || (plain != null && plain.description() == seen.description())
        ? plain
        : seen;
  }

  /** The alert by which the peer ended the connection; null if it did not end by one. */
  @Nullable TlsAlert ending() {
    TlsAlert seen = encrypted;
    TlsAlert plain = tap.receivedAlert();
    boolean same = seen != null && plain != null && plain.description() == seen.description();
    return same || (seen == null && plain != null && plain.isFatal()) ? plain : seen;
  }

  /** Whether the peer closed in good order in the middle of the handshake. */
  boolean saidGoodbye() {
    TlsAlert plain = tap.receivedAlert();
    return plain != null && plain.description() == TlsAlert.CLOSE_NOTIFY;
  }
}
