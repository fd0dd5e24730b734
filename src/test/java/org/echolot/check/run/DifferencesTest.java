package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DifferencesTest {

  @Test
  void eachDifferenceIsExplained() throws Exception {
    String text = Files.readString(Path.of("docs", "engines.md"));

    assertThat(text)
        .contains(
            Arrays.stream(Differences.Difference.values())
                .map(difference -> "\n| " + difference.name() + " | ")
                .toList());
  }
}
