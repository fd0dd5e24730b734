package org.echolot.ui.history;

import java.time.Duration;
import java.time.Instant;

/**
 * The span of time that a chart shows. Immutable.
 *
 * @param from the left edge, in microseconds since 1970
 * @param to the right edge
 */
record ChartView(long from, long to) {

  /** Less than that tells nothing. */
  static final long LEAST = micros(Duration.ofMinutes(10));

  /** More than that is not kept. */
  static final long MOST = micros(Duration.ofDays(1_100));

  /** Up to that, single results are shown; beyond it, hours. */
  private static final long SINGLE = micros(Duration.ofDays(3));

  static long micros(Duration span) {
    return span.toMillis() * 1_000;
  }

  static long micros(Instant moment) {
    return moment.toEpochMilli() * 1_000;
  }

  /** The last part of time up to a moment. */
  static ChartView last(Duration span, Instant now) {
    return new ChartView(micros(now) - micros(span), micros(now));
  }

  long span() {
    return to - from;
  }

  boolean showsSingleResults() {
    return span() <= SINGLE;
  }

  Instant begin() {
    return Instant.ofEpochMilli(from / 1_000);
  }

  Instant end() {
    return Instant.ofEpochMilli(to / 1_000);
  }

  /**
   * Shows more or less time.
   *
   * @param factor less than 1 shows less
   * @param anchor the place that stays where it is, from 0 at the left to 1 at the right
   */
  ChartView zoomed(double factor, double anchor) {
    long span = Math.clamp((long) (span() * factor), LEAST, MOST);
    long at = from + (long) (span() * anchor);
    long begin = at - (long) (span * anchor);
    return new ChartView(begin, begin + span);
  }

  /** Shows other time: by a part of what is shown, to the right where it is positive. */
  ChartView moved(double part) {
    long by = (long) (span() * part);
    return new ChartView(from + by, to + by);
  }

  /** The same, but not wholly in the future. */
  ChartView upTo(Instant now) {
    long over = to - micros(now);
    return over > 0 ? new ChartView(from - over, to - over) : this;
  }
}
