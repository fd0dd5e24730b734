package org.echolot.fleet;

import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.check.EchoEngine;
import org.echolot.journal.Journal;

/**
 * Runs many checks at once, each on a virtual thread, and never two at a time against the same host
 * and port. Safe for use by any thread.
 */
public final class Fleet {

  /** How many checks run at once where nobody chose. */
  public static final int DEFAULT_PARALLELISM = 64;

  /**
   * @param journal where the checks tell their stories
   * @param parallelism the most checks at once, over all runs, from 1 to 1,000
   */
  public Fleet(EchoEngine engine, Journal journal, int parallelism) {}

  /** Starts checks of {@code requests} and returns at once. */
  public FleetRun start(List<CheckRequest> requests, FleetListener listener) {
    throw new UnsupportedOperationException();
  }
}
