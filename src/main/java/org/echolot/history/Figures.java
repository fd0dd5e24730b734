package org.echolot.history;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a span of time comes to for one peer. Checks that were stopped are left out.
 *
 * @param ok how many checks succeeded
 * @param failed how many failed
 * @param medianMicros half of the successful checks took no longer; 0 if there are none
 * @param highMicros 95 of 100 successful checks took no longer; 0 if there are none
 * @param outage the longest time from a failure to the next success, or to the last check
 * @param outageFrom when that began; null: never
 * @param lastSuccess when a check last succeeded; null: never
 */
public record Figures(
    long ok,
    long failed,
    long medianMicros,
    long highMicros,
    Duration outage,
    @Nullable Instant outageFrom,
    @Nullable Instant lastSuccess) {

  /** The part of all checks that succeeded, from 0 to 1; 0 if there are none. */
  public double availability() {
    return ok + failed == 0 ? 0 : (double) ok / (ok + failed);
  }
}
