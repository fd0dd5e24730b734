package org.echolot.dicom.association;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;
import org.echolot.concurrent.Stamp;

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
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** How often it is looked whether something came; a peer on this computer needs the processor. */
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

  /** What a round trip may take besides what is known of it: the clock, and our own thread. */
  private static final long MARGIN_NANOS = TimeUnit.MICROSECONDS.toNanos(150);

  private final Socket socket;
  private final InputStream in;
  private final boolean supported;
  private final boolean showsPieces;
  private final boolean onThisComputer;

  /** The shortest time in which the peer answered anything: a round trip takes no longer. */
  private long roundTripNanos = TimeUnit.MILLISECONDS.toNanos(100);

  private long sentAtNanos = System.nanoTime();
  private boolean answerDue;
  private boolean withheld;
  private boolean released;
  private long releasedAtNanos;
  private boolean cameWithAcknowledgement;
  private boolean stallSeen;
  private long waitedNanos;

  Acknowledgement(Transport transport) throws IOException {
    this.socket = transport.socket();
    this.in = socket.getInputStream();
    this.showsPieces = transport.showsPieces();
    this.onThisComputer = socket.getInetAddress().equals(socket.getLocalAddress());
    this.supported = socket.supportedOptions().contains(AT_ONCE);
  }

  /**
   * The first piece of the next reply is not to be acknowledged at once. Call before the request.
   */
  void withholdForNextReply() throws IOException {
    stallSeen = false;
    if (supported && showsPieces) {
      socket.setOption(AT_ONCE, false);
      withheld = true;
    }
  }

  /** What is known of a round trip from the opening of the connection. */
  void roundTripIsAtMost(Duration duration) {
    roundTripNanos = Math.min(roundTripNanos, duration.toNanos());
  }

  /**
   * Call after each write.
   *
   * @param at when it was handed to the system
   */
  void requestSent(Stamp at) {
    sentAtNanos = at.nanos();
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
      // From this computer it is there already, however busy the computer is: the acknowledgement
      // frees it in the same call. What comes later is of a peer that waited for its turn to run.
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
      boolean promptly = !onThisComputer && now - releasedAtNanos < roundTripNanos + MARGIN_NANOS;
      stallSeen = lastOfPdu && (cameWithAcknowledgement || promptly);
    }
    if (firstOfPdu && answerDue) {
      answerDue = false;
      roundTripNanos = Math.min(roundTripNanos, now - sentAtNanos);
    }
  }

  /**
   * Call when a whole PDU was read.
   *
   * @return how long a piece of it was held back until we acknowledged the one before; zero if none
   *     was
   */
  Duration heldBackFor() {
    withheld = false;
    return stallSeen ? Duration.ofNanos(waitedNanos) : Duration.ZERO;
  }

  private boolean moreComesByItself() throws IOException {
    long start = System.nanoTime();
    while (in.available() == 0) {
      waitedNanos = System.nanoTime() - start;
      if (waitedNanos > PATIENCE_NANOS) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }
}
