package org.echolot.report;

import java.time.Duration;
import org.echolot.text.DecimalText;

/** Spans in milliseconds, with three decimals. */
final class Milliseconds {

  private Milliseconds() {}

  static String text(Duration span) {
    return DecimalText.rounded(span.toNanos(), 6, 3);
  }
}
