package org.echolot.listener;

import java.time.Instant;
import org.echolot.dicom.association.AssociationListener;
import org.echolot.dicom.association.AssociationState;
import org.echolot.journal.AssociationNarrator;
import org.echolot.journal.Journal;

/**
 * One caller's place among the associations that may be open at once. It is given back as soon as
 * the association ends, before the peer can know, so that a caller who releases and calls again at
 * once finds it free. Used by the caller's thread.
 */
final class AssociationSlot {

  private final Callers callers;
  private boolean taken;

  AssociationSlot(Callers callers) {
    this.callers = callers;
  }

  /** Whether there was one. */
  boolean tryTake() {
    taken = callers.tryAssociate();
    return taken;
  }

  /** Gives it back if it is taken. */
  void giveBack() {
    if (taken) {
      taken = false;
      callers.dissociated();
    }
  }

  /** Tells the story of the caller's association, and gives the place back where it ends. */
  AssociationListener narrator(Journal journal) {
    return new AssociationNarrator(journal, VerificationScp.SOURCE, 0) {
      @Override
      public void stateChanged(
          AssociationState from, AssociationState to, String event, Instant at) {
        if (from == AssociationState.STA6) {
          giveBack();
        }
        super.stateChanged(from, to, event, at);
      }
    };
  }
}
