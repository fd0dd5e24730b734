package org.echolot.fleet;

import org.echolot.check.CheckEvent;
import org.echolot.check.CheckRequest;

/**
 * Is told how a run of checks goes, by several threads: calls for different checks come at the same
 * time, and holding no lock; those for one check come in order. What it throws is reported to the
 * journal and changes nothing.
 */
public interface FleetListener {

  /**
   * Something happened in a check that left the queue; its beginning is the first.
   *
   * @param conversationId the number that its journal lines carry; unique in its journal
   */
  default void told(CheckRequest request, long conversationId, CheckEvent event) {}

  /** A check ended; also called, with the outcome CANCELLED, for one that never left the queue. */
  default void checkEnded(CheckEnded ended) {}

  /** All checks of the run ended; nothing follows. */
  default void runEnded() {}
}
