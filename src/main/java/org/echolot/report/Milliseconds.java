package org.echolot.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Spans in milliseconds, with three decimals. */
final class Milliseconds {

  private Milliseconds() {}

  static BigDecimal of(Duration span) {
    return BigDecimal.valueOf(span.toNanos(), 6).setScale(3, RoundingMode.HALF_UP);
  }

  static String text(Duration span) {
    return of(span).toPlainString();
  }
}
