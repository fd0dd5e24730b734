package org.echolot.dicom.association;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;

/**
 * When what arrives on a socket is acknowledged to the sender.
 *
 * <p>A system that expects to send an answer soon delays the acknowledgement, on Linux by 40 ms,
 * and a peer that writes its reply in pieces and leaves Nagle's algorithm on (RFC 896) holds the
 * second piece back until then. So each read first asks the system to acknowledge at once; the
 * option does not stick. To find out whether a peer would cost its other clients that stall, one
 * reply is read the other way round: the first piece is left unacknowledged for a moment. Where all
 * the rest comes only after the acknowledgement, and within a round trip of it, it was held back. A
 * peer whose pieces are merely late does not follow our acknowledgement so closely.
 *
 * <p>Where the platform lacks the option nothing is done and no stall is seen.
 */
final class Acknowledgement {

  private static final SocketOption<Boolean> AT_ONCE = ExtendedSocketOptions.TCP_QUICKACK;

  /** A peer that does not hold back sends its pieces within this time of each other. */
  private static final long PATIENCE_NANOS = TimeUnit.MICROSECONDS.toNanos(60);

  /** What a round trip may take besides what is known of it: the clock, and our own thread. */
  private static final long MARGIN_NANOS = TimeUnit.MICROSECONDS.toNanos(300);

  private final Socket socket;
  private final InputStream in;
  private final boolean supported;

  /** The shortest time in which the peer answered anything: a round trip takes no longer. */
  private long roundTripNanos = TimeUnit.MILLISECONDS.toNanos(100);

  private long sentAtNanos = System.nanoTime();
  private boolean answerDue;
  private boolean withheld;
  private boolean released;
  private long releasedAtNanos;
  private boolean cameWithAcknowledgement;
  private boolean stallSeen;

  Acknowledgement(Socket socket, InputStream in) {
    this.socket = socket;
    this.in = in;
    this.supported = socket.supportedOptions().contains(AT_ONCE);
  }

  /**
   * The first piece of the next reply is not to be acknowledged at once. Call before the request.
   */
  void withholdForNextReply() throws IOException {
    stallSeen = false;
    if (supported) {
      socket.setOption(AT_ONCE, false);
      withheld = true;
    }
  }

  /** What is known of a round trip from the opening of the connection. */
  void roundTripIsAtMost(Duration duration) {
    roundTripNanos = Math.min(roundTripNanos, duration.toNanos());
  }

  /** Call after each write. */
  void requestSent() {
    sentAtNanos = System.nanoTime();
    answerDue = true;
  }

  /**
   * Call before each read.
   *
   * @param firstOfPdu whether nothing of the PDU has come yet
   */
  void beforeRead(boolean firstOfPdu) throws IOException {
    if (!supported || (withheld && (firstOfPdu || moreComesByItself()))) {
      return;
    }
    socket.setOption(AT_ONCE, true);
    if (withheld) {
      withheld = false;
      released = true;
      releasedAtNanos = System.nanoTime();
      // On a short way it is there already, however busy this computer is.
      cameWithAcknowledgement = in.available() > 0;
    }
  }

  /**
   * Call after each read.
   *
   * @param firstOfPdu whether it was the first of its PDU
   * @param lastOfPdu whether it brought all that was missing of the PDU; what is held back comes in
   *     one piece
   */
  void afterRead(boolean firstOfPdu, boolean lastOfPdu) {
    if (!released && !(firstOfPdu && answerDue)) {
      return;
    }
    long now = System.nanoTime();
    if (released) {
      released = false;
      boolean promptly = now - releasedAtNanos < 2 * roundTripNanos + MARGIN_NANOS;
      stallSeen = lastOfPdu && (cameWithAcknowledgement || promptly);
    }
    if (firstOfPdu && answerDue) {
      answerDue = false;
      roundTripNanos = Math.min(roundTripNanos, now - sentAtNanos);
    }
  }

  /** Call when a whole PDU was read; tells whether a piece of it was held back. */
  boolean stallSeen() {
    withheld = false;
    return stallSeen;
  }

  private boolean moreComesByItself() throws IOException {
    long start = System.nanoTime();
    while (in.available() == 0) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }
}
