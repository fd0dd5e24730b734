package org.echolot.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

  @ParameterizedTest
  @CsvSource({
    "22:00-06:00, 21:59, false",
    "22:00-06:00, 22:00, true",
    "22:00-06:00, 00:00, true",
    "22:00-06:00, 05:59, true",
    "22:00-06:00, 06:00, false",
    "12-13:30, 12:00, true",
    "12-13:30, 13:30, false",
    "18 to 24, 23:59, true",
    "18 to 24, 00:00, false",
    "' 22:30 – 6 ', 02:00, true"
  })
  void coverTheirTimesPastMidnightToo(String text, LocalTime time, boolean covered) {
    QuietHours hours = QuietHours.parse(text);

    assertThat(hours.cover(time)).isEqualTo(covered);
    assertThat(QuietHours.parse(hours.text())).isEqualTo(hours);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "22:00", "22-", "25-6", "22:60-6", "24:30-6", "at night", "6-6"})
  void sayWhatIsWrongWithOtherTexts(String text) {
    assertThat(QuietHours.faultOf(text)).isNotBlank();
    assertThatIllegalArgumentException().isThrownBy(() -> QuietHours.parse(text));
  }

  @Test
  void areTypedAsTwoTimes() {
    assertThat(QuietHours.faultOf("22:00-06:00")).isNull();
  }
}
