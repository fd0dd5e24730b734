package org.echolot.dicom.association;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;

/**
 * When what arrives on a socket is acknowledged to the sender.
 *
 * <p>A system that expects to send an answer soon delays the acknowledgement, on Linux by 40 ms,
 * and a peer that writes its reply in pieces and leaves Nagle's algorithm on (RFC 896) holds the
 * second piece back until then. So each read first asks the system to acknowledge at once; the
 * option does not stick. To find out whether a peer would cost its other clients that stall, one
 * reply is read the other way round: the first piece is left unacknowledged for a moment, and where
 * the next one comes only after the acknowledgement, and promptly, it was held back.
 *
 * <p>Where the platform lacks the option nothing is done and no stall is seen.
 */
final class Acknowledgement {

  private static final SocketOption<Boolean> AT_ONCE = ExtendedSocketOptions.TCP_QUICKACK;

  /** A peer that does not hold back sends its pieces within this time of each other. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** How often it is looked whether something came; a peer on this computer needs the processor. */
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

  /**
   * What was held back comes within a round trip of the acknowledgement, and surely within this.
   */
  private static final long PROMPT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Socket socket;
  private final InputStream in;
  private final boolean supported;

  private boolean withheld;
  private long releasedAtNanos;
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

  /**
   * Call before each read.
   *
   * @param firstOfPdu whether nothing of the PDU has come yet
   */
  void beforeRead(boolean firstOfPdu) throws IOException {
    if (!supported || (withheld && (firstOfPdu || moreComesByItself()))) {
      return;
    }
    if (withheld) {
      withheld = false;
      releasedAtNanos = System.nanoTime();
    }
    socket.setOption(AT_ONCE, true);
  }

  /** Call after each read. */
  void afterRead() {
    if (releasedAtNanos != 0) {
      stallSeen = System.nanoTime() - releasedAtNanos < PROMPT_NANOS;
      releasedAtNanos = 0;
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
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }
}
