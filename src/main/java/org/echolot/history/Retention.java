package org.echolot.history;

import java.time.Duration;

/**
 * How long is kept what was found out.
 *
 * @param results each result
 * @param hours what sums up an hour: counts and percentiles
 */
public record Retention(Duration results, Duration hours) {

  /** 90 days, and two years. */
  public static final Retention DEFAULT = ofDays(90, 730);

  /** The given numbers of days, of 24 hours. */
  public static Retention ofDays(int results, int hours) {
    return new Retention(Duration.ofDays(results), Duration.ofDays(hours));
  }
}
