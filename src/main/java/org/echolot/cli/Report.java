package org.echolot.cli;

/** Puts results onto standard output in one format. Used by one thread. */
interface Report {

  /** A check ended. */
  void checkEnded(Rounds.Ended ended);

  /** All checks ended, or were cut short; nothing follows. */
  default void allEnded() {}
}
