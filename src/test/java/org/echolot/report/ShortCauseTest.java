package org.echolot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShortCauseTest {

  @ParameterizedTest
  @EnumSource(Cause.class)
  void everyNameFitsItsColumn(Cause cause) {
    assertThat(ShortCause.of(cause)).isNotBlank().hasSizeLessThanOrEqualTo(26);
  }

  @Test
  void noTwoCausesReadAlike() {
    assertThat(Stream.of(Cause.values()).map(ShortCause::of)).doesNotHaveDuplicates();
  }
}
