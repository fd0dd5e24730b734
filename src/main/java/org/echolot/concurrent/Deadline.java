package org.echolot.concurrent;

import java.time.Duration;

/**
 * A point in time by which something must have ended, whatever happens on the way. Counted on the
 * monotonic clock, so that a change of the computer's time does not move it.
 */
public final class Deadline {

  private final long atNanos;

  private Deadline(long atNanos) {
    this.atNanos = atNanos;
  }

  /** The point {@code timeout} from now. */
  public static Deadline after(Duration timeout) {
    return new Deadline(System.nanoTime() + timeout.toNanos());
  }

  /** The earlier of this deadline and the point {@code timeout} from now. */
  public Deadline atMost(Duration timeout) {
    Deadline other = after(timeout);
    return other.atNanos - atNanos < 0 ? other : this;
  }

  /** The time that is left; zero when it has passed. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
  }

  public boolean hasPassed() {
    return atNanos - System.nanoTime() <= 0;
  }

  /** The time that is left as a socket time-out: whole milliseconds, rounded up, at least 1. */
  public int remainingMillis() {
    long millis = (remaining().toNanos() + 999_999) / 1_000_000;
    return Math.clamp(millis, 1, Integer.MAX_VALUE);
  }
}
