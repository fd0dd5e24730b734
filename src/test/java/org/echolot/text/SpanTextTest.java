package org.echolot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTextTest {

  @ParameterizedTest
  @CsvSource({
    "PT0.9S, 0 s",
    "PT45S, 45 s",
    "PT1M, 1 min",
    "PT3M20S, 3 min 20 s",
    "PT2H14M59S, 2 h 14 min",
    "P1D, 1 day",
    "P3DT4H5M, 3 days 4 h"
  })
  void hasTheTwoLargestUnits(Duration span, String text) {
    assertThat(SpanText.of(span)).isEqualTo(text);
  }
}
