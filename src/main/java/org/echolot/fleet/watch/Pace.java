package org.echolot.fleet.watch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When the next check is due. All spans are in nanoseconds.
 *
 * @param confirmation how long after the first check that shows a change the second one is due
 * @param spread how far apart the checks of different peers are, where many are due at once
 * @param random for the jitter
 */
record Pace(Duration confirmation, Duration spread, RandomGenerator random) {

  private static final Duration CONFIRMATION = Duration.ofSeconds(5);
  private static final Duration SPREAD = Duration.ofMillis(50);

  /** The longest wait for a peer that is busy, unless its interval is longer. */
  static final Duration MOST_BACK_OFF = Duration.ofMinutes(15);

  /** An interval is up to this part of it longer or shorter. */
  private static final double JITTER = 0.05;

  private static final int MOST_DOUBLINGS = 10;

  static Pace of(RandomGenerator random) {
    return new Pace(CONFIRMATION, SPREAD, random);
  }

  /** From one check to the next. */
  long interval(Duration interval) {
    return jittered(interval.toNanos());
  }

  /** From a check that shows a change to the one that confirms it. */
  long confirmation(Duration interval) {
    return jittered(Math.min(confirmation.toNanos(), interval.toNanos() / 2));
  }

  /**
   * From a check that was rejected because the peer was busy to the next.
   *
   * @param inRow how often that happened without any other answer between, from 1
   */
  long backOff(Duration interval, int inRow) {
    long most = Math.max(interval.toNanos(), MOST_BACK_OFF.toNanos());
    return jittered(Math.min(interval.toNanos() << Math.min(inRow, MOST_DOUBLINGS), most));
  }

  /** The first check of one of {@code count} peers that come at once. */
  long first(Duration interval, int count) {
    long room = Math.min(interval.toNanos(), spread.toNanos() * (count - 1));
    return room <= 0 ? 0 : random.nextLong(room);
  }

  private long jittered(long nanos) {
    return nanos + (long) (nanos * JITTER * (2 * random.nextDouble() - 1));
  }
}
