package org.echolot.listener;

/**
 * One caller's slot among the associations that may be open at once. It is given back as soon as
 * the association is over, before the peer can know, so that a caller who releases and calls again
 * at once finds it free. Used by the caller's thread.
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
}
