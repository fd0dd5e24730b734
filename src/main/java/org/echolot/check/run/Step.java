package org.echolot.check.run;

import java.io.IOException;

/** One stage of a check, taken on what the stages before it left. Stateless. */
@FunctionalInterface
interface Step {

  /** Where a check goes on after a step. */
  enum Next {
    /** With the next step. */
    GO_ON,
    /** With the last one, by which the peer is left in good order. */
    LEAVE
  }

  /**
   * Takes it.
   *
   * @throws StageFailedException if there is nothing to go on with
   * @throws StoppedException if a stop came before it was known whether the peer answers
   * @throws IOException if this computer can't do its part
   */
  Next take(CheckCourse course) throws StageFailedException, StoppedException, IOException;
}
