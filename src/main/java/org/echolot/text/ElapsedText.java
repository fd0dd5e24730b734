package org.echolot.text;

import java.time.Duration;

/** Spans of time as people read them in a list. */
public final class ElapsedText {

  private ElapsedText() {}

  /**
   * Two significant places below 10 ms, then whole ms, then seconds: {@code 0.42 ms}, {@code 5.0
   * s}.
   */
  public static String of(Duration span) {
    long nanos = span.toNanos();
    if (nanos < 9_995_000) {
      return DecimalText.rounded(nanos, 6, 2) + " ms";
    }
    return nanos < 999_500_000
        ? DecimalText.rounded(nanos, 6, 0) + " ms"
        : DecimalText.rounded(nanos, 9, 1) + " s";
  }
}
