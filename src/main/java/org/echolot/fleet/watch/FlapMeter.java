package org.echolot.fleet.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells a peer that answers and fails by turns from one that changed. Moments are those of a
 * monotonic clock, in nanoseconds.
 */
final class FlapMeter {

  /** What happened after a turn was counted, or some time passed. */
  enum Change {
    NONE,
    BEGAN,
    ENDED
  }

  /** So many turns in the window are flapping. */
  private static final int BEGINS_AT = 4;

  /** With no more than these, it has ended. */
  private static final int ENDS_AT = 1;

  private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(10);
  private static final int WINDOW_INTERVALS = 12;

  private final Deque<Long> turns = new ArrayDeque<>();
  private boolean flapping;
  private int total;

  /**
   * Counts a turn: a change that was confirmed, or a check that came out unlike those beside it.
   */
  Change turned(long nanos, Duration interval) {
    turns.addLast(nanos);
    total = flapping ? total + 1 : 0;
    return looked(nanos, interval);
  }

  /** Looks whether turns are long enough ago. */
  Change looked(long nanos, Duration interval) {
    long window =
        Math.max(SHORTEST_WINDOW.toNanos(), interval.multipliedBy(WINDOW_INTERVALS).toNanos());
    while (!turns.isEmpty() && nanos - turns.getFirst() > window) {
      turns.removeFirst();
    }
    while (turns.size() > BEGINS_AT) {
      turns.removeFirst();
    }
    if (!flapping && turns.size() >= BEGINS_AT) {
      flapping = true;
      total = turns.size();
      return Change.BEGAN;
    }
    if (flapping && turns.size() <= ENDS_AT) {
      flapping = false;
      return Change.ENDED;
    }
    return Change.NONE;
  }

  boolean isFlapping() {
    return flapping;
  }

  /** How many turns the flapping had, or has had so far. */
  int total() {
    return total;
  }
}
