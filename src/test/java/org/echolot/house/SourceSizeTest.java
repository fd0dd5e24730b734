package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A class that is long does more than one thing, or has a reason that is written down here. */
class SourceSizeTest {

  private static final int MOST_LINES = 300;

  /** The longer ones, each with its reason. */
  private static final Map<String, String> LONGER =
      Map.of(
          "src/main/java/org/echolot/check/diagnosis/Variant.java",
          "a list of all that causes can mean, and nothing else");

  @Test
  void aSourceIsAtMost300LinesLongBesidesItsImports() throws Exception {
    Map<String, Long> tooLong = new TreeMap<>();
    List<Path> sources = new ArrayList<>(Repository.files("src/main", ".java"));
    sources.addAll(Repository.files("src/dcm4che/java", ".java"));
    for (Path source : sources) {
      long lines = linesBesidesImports(source);
      if (lines > MOST_LINES) {
        tooLong.put(Repository.name(source), lines);
      }
    }

    assertThat(tooLong.keySet())
        .as("longer than %d lines: %s", MOST_LINES, tooLong)
        .isEqualTo(LONGER.keySet());
  }

  private static long linesBesidesImports(Path source) throws IOException {
    return Files.readAllLines(source).stream()
        .dropWhile(
            line -> line.isBlank() || line.startsWith("package ") || line.startsWith("import "))
        .count();
  }
}
