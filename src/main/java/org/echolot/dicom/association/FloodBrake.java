package org.echolot.dicom.association;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.echolot.dicom.pdu.PDataTf;

/**
 * Slows the reading of a peer that pours out PDUs which bring next to nothing, so that it takes no
 * processor from others; TCP passes that on to the peer. A long message in small PDUs is read as
 * fast as it comes: its length has a bound of its own. Used by the thread that reads.
 */
final class FloodBrake {

  /** How many PDUs of one step are read without a thought. */
  static final int FREE = 256;

  /** How long is waited before each further one. */
  private static final Duration PAUSE = Duration.ofMillis(1);

  /** What a PDU of a long message brings at the least, on average, in bytes. */
  private static final int LEAST_OF_A_MESSAGE = 128;

  private int pdus;
  private long bytes;

  /** A step begins. */
  void beginStep() {
    pdus = 0;
    bytes = 0;
  }

  /**
   * Waits for a moment if the step has become a flood.
   *
   * @param isWanted whether a message is waited for; else nothing is made of what is in it
   * @return how many PDUs came before it in this step
   */
  int received(Received received, boolean isWanted) {
    if (isWanted && received.pdu() instanceof PDataTf data) {
      bytes += data.pdvs().stream().mapToLong(pdv -> pdv.data().length()).sum();
    }
    int before = pdus++;
    if (pdus > FREE && bytes < (long) LEAST_OF_A_MESSAGE * pdus) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return before;
  }
}
