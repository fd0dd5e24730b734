package org.echolot.report;

import org.echolot.fleet.Schedule;

/** Puts results onto standard output, or into a file, in one format. Used by one thread. */
public interface Report {

  /** A check ended. */
  void checkEnded(Schedule.Ended ended);

  /** All checks ended, or were cut short; nothing follows. */
  default void allEnded() {}

  /** Whether something could not be written, so that more of it would be lost as well. */
  default boolean isBroken() {
    return false;
  }
}
