package org.echolot.dcm4che;

import java.time.Duration;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.ReleaseRq;
import org.jspecify.annotations.Nullable;

/**
 * How long what is asked in a step takes on the wire, from stamps of the transport: dcm4che reads
 * and writes on threads of its own, and does more on them before it says that something is done.
 * Safe for use by any thread.
 */
final class StepClock {

  private AssociationState state = AssociationState.STA5;
  private Stamp asking = Stamp.now();
  private Stamp asked = asking;
  private @Nullable Stamp last;
  private boolean answered;
  private boolean over;

  /**
   * A step begins.
   *
   * @param inState in which its answer is waited for
   */
  synchronized void begin(AssociationState inState) {
    state = inState;
    asking = Stamp.now();
    asked = asking;
    last = null;
    answered = false;
    over = false;
  }

  /** Something that an answer is due to is about to be handed to the system. */
  synchronized void asking(Stamp at) {
    if (!over) {
      asking = at;
      asked = at;
    }
  }

  /** The system took it. */
  synchronized void asked(Stamp at) {
    if (!over) {
      asked = at;
    }
  }

  /** A whole PDU came. */
  synchronized void came(Pdu pdu, Stamp at) {
    boolean more =
        switch (pdu) {
          // It may be a part of the answer, or late.
          case PDataTf _ -> true;
          // It may cross ours.
          case ReleaseRq _ -> state == AssociationState.STA7;
          default -> false;
        };
    came(at, !more);
  }

  /** A whole command set came. */
  synchronized void commandCame(Stamp at) {
    came(at, state == AssociationState.STA6);
  }

  /** It showed that no answer comes. */
  synchronized void noneComes(Stamp at) {
    came(at, true);
  }

  private void came(Stamp at, boolean isAnswer) {
    if (!answered && !over) {
      last = at;
      answered = isAnswer;
    }
  }

  /**
   * The step is over.
   *
   * @return when it was on the wire; now if nothing came in it
   */
  synchronized Stamp end() {
    over = true;
    if (last == null) {
      last = Stamp.now();
    }
    return last;
  }

  /** The step is over because we don't wait any longer. */
  synchronized Stamp endNow() {
    over = true;
    last = Stamp.now();
    return last;
  }

  /** How long the last step took. */
  synchronized Duration took() {
    Stamp end = last == null ? asked : last;
    // An answer may be read before the thread that asked comes to take its stamp.
    Duration took = end.since(end.nanos() - asked.nanos() < 0 ? asking : asked);
    return took.isNegative() ? Duration.ZERO : took;
  }
}
