package org.echolot.fleet;

import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.check.EchoEngine;
import org.echolot.history.History;
import org.echolot.history.SessionHistory;
import org.echolot.journal.Journal;

/**
 * Runs many checks at once, each on a thread of its own, and never two at a time against the same
 * host and port, in whichever runs they are. Who came first goes first; a check that waits for its
 * host holds up no other. Safe for use by any thread.
 */
public final class Fleet {

  /** How many checks run at once where nobody chose. */
  public static final int DEFAULT_PARALLELISM = 64;

  /** The most checks at once that can be asked for. */
  public static final int MAX_PARALLELISM = 1_000;

  private final EchoEngine engine;
  private final Journal journal;
  private final History history;
  private final CheckQueue turns;

  /**
   * @param journal where the checks tell their stories
   * @param parallelism the most checks at once, over all runs, from 1 to {@link #MAX_PARALLELISM}
   * @throws IllegalArgumentException if {@code parallelism} is out of range
   */
  public Fleet(EchoEngine engine, Journal journal, int parallelism) {
    this(engine, journal, parallelism, new SessionHistory());
  }

  /**
   * @param journal where the checks tell their stories
   * @param parallelism the most checks at once, over all runs, from 1 to {@link #MAX_PARALLELISM}
   * @param history keeps their results
   * @throws IllegalArgumentException if {@code parallelism} is out of range
   */
  public Fleet(EchoEngine engine, Journal journal, int parallelism, History history) {
    this(engine, journal, queue(parallelism), history);
  }

  private Fleet(EchoEngine engine, Journal journal, CheckQueue turns, History history) {
    this.engine = engine;
    this.journal = journal;
    this.history = history;
    this.turns = turns;
  }

  /** The most checks at once, over all runs. */
  public int parallelism() {
    return turns.parallelism();
  }

  /**
   * Changes how many checks run at once: from now on, in runs that go on too. Checks that run
   * already are not stopped where there are more of them.
   *
   * @param parallelism from 1 to {@link #MAX_PARALLELISM}
   * @throws IllegalArgumentException if it is out of range
   */
  public void setParallelism(int parallelism) {
    requireInRange(parallelism);
    turns.setParallelism(parallelism);
  }

  private static CheckQueue queue(int parallelism) {
    requireInRange(parallelism);
    return new CheckQueue(parallelism);
  }

  private static void requireInRange(int parallelism) {
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism " + parallelism + " is not from 1 to " + MAX_PARALLELISM);
    }
  }

  /**
   * A fleet whose checks tell their stories elsewhere, and take their turns with those of this one:
   * still no two at a time against the same host and port.
   */
  public Fleet tellingTo(Journal other) {
    return new Fleet(engine, other, turns, history);
  }

  /**
   * Starts checks of {@code requests} and returns at once. Where there are none, the run has ended
   * when this returns.
   */
  public FleetRun start(List<CheckRequest> requests, FleetListener listener) {
    return start(requests, engine, listener);
  }

  /** The same, by an engine of choice. */
  public FleetRun start(
      List<CheckRequest> requests, EchoEngine engineOfChoice, FleetListener listener) {
    StartedRun run = new StartedRun(turns, journal, listener);
    run.begin(
        requests.stream()
            .map(request -> new FleetCheck(run, engineOfChoice, journal, history, request))
            .toList());
    return run;
  }
}
