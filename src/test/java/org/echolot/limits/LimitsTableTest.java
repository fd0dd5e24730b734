package org.echolot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That docs/limits.md says what the code does. */
class LimitsTableTest {

  private static final Path SOURCES = Path.of("src/main/java");

  private static final Pattern ROW =
      Pattern.compile("\\| (.+) \\| (\\d+) \\| `(\\w+)\\.(\\w+)` \\|");

  static Stream<String> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/limits.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| What |"));
  }

  private static String qualified(String simpleName) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> found = files.filter(file -> file.endsWith(simpleName + ".java")).toList();
      assertThat(found).as(simpleName).hasSize(1);
      String path = SOURCES.relativize(found.getFirst()).toString();
      return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowHoldsTheConstantOfTheCode(String row) throws Exception {
    Matcher matcher = ROW.matcher(row);
    assertThat(matcher.matches()).as(row).isTrue();
    Field constant = Class.forName(qualified(matcher.group(3))).getDeclaredField(matcher.group(4));
    constant.setAccessible(true);

    assertThat(constant.getInt(null)).as(row).isEqualTo(Integer.parseInt(matcher.group(2)));
  }

  @Test
  void thereAreManyRows() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(25);
  }
}
