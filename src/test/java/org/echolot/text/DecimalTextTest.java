package org.echolot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {

  @ParameterizedTest
  @CsvSource({
    "1250, 3, 1.250",
    "-1250, 3, -1.250",
    "-5, 3, -0.005",
    "0, 2, 0.00",
    "7, 0, 7",
    "9223372036854775807, 9, 9223372036.854775807"
  })
  void aNumberHasAllItsDecimals(long number, int places, String text) {
    assertThat(DecimalText.of(number, places)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1250, 3, 1.25", "1000, 3, 1", "5, 3, 0.005", "0, 3, 0", "-1200, 3, -1.2"})
  void zerosAtTheEndAreLeftOut(long number, int places, String text) {
    assertThat(DecimalText.shortest(number, places)).isEqualTo(text);
  }

  @Test
  void halfIsRoundedAwayFromZeroAsBigDecimalDoes() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      long number = i < 1_000 ? 5L * (i - 500) : random.nextLong(-1_000_000_000_000L, 1L << 40);
      int kept = random.nextInt(7);
      assertThat(DecimalText.rounded(number, 6, kept))
          .isEqualTo(
              BigDecimal.valueOf(number, 6).setScale(kept, RoundingMode.HALF_UP).toPlainString());
    }
  }
}
