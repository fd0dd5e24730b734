package org.echolot.tls.handshake;

import java.util.Arrays;
import org.echolot.tls.TlsAlert;
import org.jspecify.annotations.Nullable;

/**
 * Reads along on both directions of a connection, and keeps what of the handshake is in plain text:
 * all of it before TLS 1.3, the two hellos in TLS 1.3 (RFC 5246 7.4, RFC 8446 4). It changes
 * nothing and holds a bounded amount, whatever is sent. Used by the thread that makes the
 * handshake.
 */
final class HandshakeTap {

  static final int CHANGE_CIPHER_SPEC = 20;
  static final int ALERT = 21;
  static final int HANDSHAKE = 22;
  static final int APPLICATION_DATA = 23;
  private static final int MAJOR_VERSION = 3;

  /** The type of the handshake message with which a client begins (RFC 8446 4). */
  private static final int CLIENT_HELLO = 1;

  /** How much of what is no TLS is kept, to tell what it is. */
  private static final int FOREIGN_LENGTH = 512;

  /** More handshake than any peer needs, of either side. */
  private static final int MAX_MESSAGE_BYTES = 128 * 1024;

  private final Direction ours = new Direction();
  private final Direction theirs = new Direction();

  /** What we sent. */
  void sent(byte[] bytes, int length) {
    ours.take(bytes, 0, length);
  }

  /** What came. */
  void received(byte[] bytes, int from, int length) {
    theirs.take(bytes, from, length);
  }

  boolean hasSent() {
    return ours.start.length > 0;
  }

  boolean hasReceived() {
    return theirs.start.length > 0;
  }

  /** Whether what came does not begin like a TLS record (RFC 8446 5.1). */
  boolean isForeign() {
    byte[] start = theirs.start;
    return start.length > 0
        && (start[0] < CHANGE_CIPHER_SPEC
            || start[0] > APPLICATION_DATA
            || (start.length > 1 && start[1] != MAJOR_VERSION));
  }

  /** Whether it is we who began the handshake. */
  boolean weAreTheClient() {
    return ours.begins(CLIENT_HELLO);
  }

  /** Whether both sides began as clients do: the peer is one, or sends back what it gets. */
  boolean bothAreClients() {
    return weAreTheClient() && theirs.begins(CLIENT_HELLO);
  }

  /** The first bytes that came. */
  byte[] receivedStart() {
    return theirs.start.clone();
  }

  /** The last alert in plain text that came; null if none did. */
  @Nullable TlsAlert receivedAlert() {
    return theirs.alert;
  }

  /** Our handshake messages, one behind the other, each with its header. */
  byte[] sentMessages() {
    return messagesOf(ours);
  }

  /** The peer's handshake messages, one behind the other, each with its header. */
  byte[] receivedMessages() {
    return messagesOf(theirs);
  }

  private static byte[] messagesOf(Direction direction) {
    return Arrays.copyOf(direction.messages, direction.messagesLength);
  }

  /** The records of one direction, put together from pieces of any size. */
  private static final class Direction {

    private static final int HEADER = 5;

    private final byte[] header = new byte[HEADER];
    private final byte[] alertBytes = new byte[2];
    private byte[] start = new byte[0];
    private byte[] messages = new byte[1024];
    private int messagesLength;
    private int headerLength;
    private int position;
    private int left;
    private boolean encrypted;
    private @Nullable TlsAlert alert;

    boolean begins(int type) {
      return messagesLength > 0 && messages[0] == type;
    }

    void take(byte[] bytes, int from, int length) {
      if (start.length < FOREIGN_LENGTH) {
        int more = Math.min(length, FOREIGN_LENGTH - start.length);
        int had = start.length;
        start = Arrays.copyOf(start, had + more);
        System.arraycopy(bytes, from, start, had, more);
      }
      int at = from;
      int end = from + length;
      while (at < end) {
        if (left > 0) {
          int count = Math.min(left, end - at);
          body(bytes, at, count);
          at += count;
        } else {
          header[headerLength++] = bytes[at++];
          if (headerLength == HEADER) {
            begin();
          }
        }
      }
    }

    private void begin() {
      headerLength = 0;
      position = 0;
      left = ((header[3] & 0xFF) << 8) | (header[4] & 0xFF);
      if (header[0] == CHANGE_CIPHER_SPEC) {
        encrypted = true;
      }
    }

    private void body(byte[] bytes, int at, int count) {
      // An alert of two bytes is never an encrypted one.
      if (header[0] == ALERT && position + left == alertBytes.length) {
        System.arraycopy(bytes, at, alertBytes, position, count);
        if (count == left) {
          alert = new TlsAlert(alertBytes[0] & 0xFF, alertBytes[1] & 0xFF);
        }
      } else if (header[0] == HANDSHAKE
          && !encrypted
          && messagesLength + count <= MAX_MESSAGE_BYTES) {
        if (messagesLength + count > messages.length) {
          messages = Arrays.copyOf(messages, Math.max(2 * messages.length, messagesLength + count));
        }
        System.arraycopy(bytes, at, messages, messagesLength, count);
        messagesLength += count;
      }
      position += count;
      left -= count;
    }
  }
}
