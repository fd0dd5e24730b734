package org.echolot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 ms",
    "420_000, 0.42 ms",
    "9_990_000, 9.99 ms",
    "9_999_000, 10 ms",
    "999_400_000, 999 ms",
    "999_600_000, 1.0 s",
    "5_000_000_000, 5.0 s",
    "61_250_000_000, 61.3 s"
  })
  void spansReadAsPeopleWriteThem(String nanos, String text) {
    assertThat(ElapsedText.of(Duration.ofNanos(Long.parseLong(nanos.replace("_", "")))))
        .isEqualTo(text);
  }
}
