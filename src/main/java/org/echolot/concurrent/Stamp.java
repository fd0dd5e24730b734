package org.echolot.concurrent;

import java.time.Duration;
import java.time.Instant;

/**
 * A moment on both clocks. Durations are counted between two of them, on the monotonic clock, so
 * that a change of the computer's time does not stretch them.
 *
 * @param at the time of day, to be shown
 * @param nanos the monotonic clock, in nanoseconds from an origin that means nothing
 */
public record Stamp(Instant at, long nanos) {

  /** This moment. */
  public static Stamp now() {
    return new Stamp(Instant.now(), System.nanoTime());
  }

  /** The time from {@code earlier} to this. */
  public Duration since(Stamp earlier) {
    return Duration.ofNanos(nanos - earlier.nanos);
  }
}
