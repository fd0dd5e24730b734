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

  /** Nothing is deleted: for a program that does not know what the user chose. */
  public static final Retention FOREVER = ofDays(36_500, 36_500);

  /** The given numbers of days, of 24 hours. */
  public static Retention ofDays(int results, int hours) {
    return new Retention(Duration.ofDays(results), Duration.ofDays(hours));
  }
}
