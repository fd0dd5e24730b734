package org.echolot.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "5s, 5000000000",
    "500ms, 500000000",
    "1m, 60000000000",
    "2min, 120000000000",
    "1.5s, 1500000000",
    "' 5 s ', 5000000000",
    "5S, 5000000000",
    "1h, 3600000000000",
    "60m, 3600000000000",
    "0.000001ms, 1",
    "0.123456789012ms, 123456",
    "59.999999999999m, 3599999999999",
    "0.999999999999h, 3599999999996"
  })
  void readsWhatPeopleType(String text, long nanos) {
    assertThat(DurationText.faultOf(text)).isNull();
    assertThat(DurationText.parse(text)).isEqualTo(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|A time is needed, for example 5s.",
        "5|The unit is missing: write 5s or 5ms.",
        "0s|The time must be more than 0.",
        "0.0000001ms|The time must be more than 0.",
        "61m|The time must be 1 hour at most.",
        "1.000000000001h|The time must be 1 hour at most.",
        "60.000000000001m|The time must be 1 hour at most.",
        "999999999999h|The time must be 1 hour at most.",
        "-5s|A time is a number and ms, s or m, for example 500ms, 5s or 1.5m.",
        "5 seconds|A time is a number and ms, s or m, for example 500ms, 5s or 1.5m.",
        "1e3s|A time is a number and ms, s or m, for example 500ms, 5s or 1.5m.",
        "٥s|A time is a number and ms, s or m, for example 500ms, 5s or 1.5m."
      })
  void saysWhatIsWrong(String text, String fault) {
    assertThat(DurationText.faultOf(text)).isEqualTo(fault);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationText.parse(text))
        .withMessage(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5s", "500ms", "1m", "90s", "1.5s", "1h", "0.25ms", "59m", "3599.999s"})
  void writesTheShortestTextThatReadsTheSame(String text) {
    assertThat(DurationText.format(DurationText.parse(text))).isEqualTo(text);
  }

  @Test
  void losesNoNanosecond() {
    Duration odd = Duration.ofNanos(1_234_567_891);

    assertThat(DurationText.parse(DurationText.format(odd))).isEqualTo(odd);
  }
}
