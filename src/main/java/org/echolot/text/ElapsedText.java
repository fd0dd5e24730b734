package org.echolot.text;

import java.time.Duration;
import java.util.Locale;

/** Spans of time as people read them in a list. */
public final class ElapsedText {

  private ElapsedText() {}

  /**
   * Two significant places below 10 ms, then whole ms, then seconds: {@code 0.42 ms}, {@code 5.0
   * s}.
   */
  public static String of(Duration span) {
    double millis = span.toNanos() / 1e6;
    if (millis < 9.995) {
      return String.format(Locale.ROOT, "%.2f ms", millis);
    }
    if (millis < 999.5) {
      return String.format(Locale.ROOT, "%.0f ms", millis);
    }
    return String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}
