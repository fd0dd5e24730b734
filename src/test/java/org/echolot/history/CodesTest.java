package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageState;
import org.junit.jupiter.api.Test;

class CodesTest {

  @Test
  void whatIsReadByItsNumberIsWhatWasWritten() {
    assertThat(Arrays.stream(Outcome.values()).map(Codes::of)).containsExactly(0, 1, 2);
    assertThat(Arrays.stream(CheckStage.values()).map(Codes::of)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(Arrays.stream(StageState.values()).map(Codes::of)).containsExactly(0, 1, 2, 3);
  }
}
