package org.echolot.peers.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintDocTest {

  @Test
  void theTableHasEachCodeOnceAndNoOther() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs/peers.md")).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("`", -1)[1])
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(HintKind.values()).map(Enum::name).toList());
  }
}
