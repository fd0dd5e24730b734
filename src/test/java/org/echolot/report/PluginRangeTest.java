package org.echolot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges as the plugin development guidelines have them, in seconds. */
class PluginRangeTest {

  @ParameterizedTest
  @CsvSource({
    "5, 4999, false",
    "5, 5000, false",
    "5, 5001, true",
    "10:, 9999, true",
    "10:, 10000, false",
    "~:10, 10001, true",
    "~:10, 0, false",
    "10:20, 9000, true",
    "10:20, 15000, false",
    "10:20, 21000, true",
    "@10:20, 15000, true",
    "@10:20, 21000, false",
    "500ms, 501, true",
    "500ms, 499, false",
    "1m, 60001, true",
    "0.5, 501, true"
  })
  void alerts(String range, long millis, boolean expected) {
    assertThat(PluginRange.parse(range).alerts(Duration.ofMillis(millis))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "500ms, 0.5",
    "1m, 60",
    "1:5, 1:5",
    "~:5, ~:5",
    "@1:5, @1:5",
    "2:, 2:",
    "0, 0"
  })
  void isRepeatedInSeconds(String range, String text) {
    assertThat(PluginRange.parse(range).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "5:1", "-5", "1:2:3", "5h", "1e3", "@", "99999999999"})
  void whatIsNoRangeIsRefused(String text) {
    assertThat(PluginRange.faultOf(text)).isNotNull();
  }

  @Test
  void aRangeThatIsOpenAlertsNever() {
    assertThat(PluginRange.parse("~:").alerts(Duration.ofDays(9))).isFalse();
  }
}
