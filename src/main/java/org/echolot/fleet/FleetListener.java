package org.echolot.fleet;

import java.time.Instant;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;

/**
 * Is told how a run of checks goes, by the threads that run them: calls for different checks come
 * at the same time, and holding no lock. It must return at once; what it throws is reported to the
 * journal and changes nothing.
 */
public interface FleetListener {

  /**
   * A check left the queue.
   *
   * @param checkId the number that its journal lines carry; unique in its fleet
   */
  default void checkStarted(CheckRequest request, long checkId) {}

  /**
   * Gives who is to be told all that happens in a check, by the thread that runs it; asked right
   * after {@link #checkStarted}.
   */
  default CheckListener listenerFor(CheckRequest request, long checkId) {
    return CheckListener.NONE;
  }

  /** A check reached a stage. */
  default void stageStarted(CheckRequest request, CheckStage stage, Instant at) {}

  /** A check ended; also called, with the outcome CANCELLED, for one that never left the queue. */
  default void checkEnded(CheckRequest request, CheckResult result) {}

  /** All checks of the run ended; nothing follows. */
  default void runEnded() {}
}
