package org.echolot.text;

import java.time.Duration;

/** Long spans of time as people say them, by their two largest units. */
public final class SpanText {

  private SpanText() {}

  /** For example {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 14 min}, {@code 3 days 4 h}. */
  public static String of(Duration span) {
    if (span.toDays() > 0) {
      return join(span.toDays(), span.toDays() == 1 ? "day" : "days", span.toHoursPart(), "h");
    }
    if (span.toHours() > 0) {
      return join(span.toHours(), "h", span.toMinutesPart(), "min");
    }
    return span.toMinutes() > 0
        ? join(span.toMinutes(), "min", span.toSecondsPart(), "s")
        : span.toSeconds() + " s";
  }

  private static String join(long large, String unit, int small, String smallUnit) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}
