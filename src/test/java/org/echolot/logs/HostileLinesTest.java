package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No line, however it was made, keeps the explainer busy or makes it fail. */
class HostileLinesTest {

  private static final LogCatalog CATALOG = LogPatterns.load();

  /** So much slower than measured that only a matching that is not linear fails. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A quantifier without an upper bound, outside of a character class and not escaped. */
  private static final Pattern UNBOUNDED =
      Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*(?:[*]|(?<!\\()[+]|\\{\\d+,\\})");

  private static final int LONGEST = LogLines.LONGEST_LINE;

  @Test
  void noRegularExpressionRepeatsWithoutABound() {
    assertThat(CATALOG.patterns())
        .filteredOn(pattern -> pattern.pattern() != null)
        .allSatisfy(
            pattern ->
                assertThat(UNBOUNDED.matcher(String.valueOf(pattern.pattern())).find())
                    .as(pattern.id() + ": " + pattern.pattern())
                    .isFalse());
  }

  /** Each begins as lines of a kind do, and goes on for long with what its expression looks for. */
  @Test
  void theLongestLinesAreMatchedQuickly() {
    List<String> lines =
        CATALOG.patterns().stream()
            .flatMap(
                pattern ->
                    Stream.of(
                        filled(pattern.signs().getFirst(), pattern.signs().getFirst()),
                        filled(pattern.signs().getFirst(), " "),
                        filled(pattern.signs().getFirst(), "SRC="),
                        filled(pattern.signs().getFirst(), "at a."),
                        filled(pattern.example(), "1/")))
            .toList();

    assertThat(timeOf(lines)).isLessThan(PATIENCE);
  }

  @Test
  void tenThousandLinesAreReadQuickly() {
    List<String> examples = CATALOG.patterns().stream().map(LogPattern::example).toList();
    List<String> lines =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "2026-11-27T10:15:30Z pacs " + examples.get(i % examples.size()))
            .toList();

    assertThat(timeOf(lines)).isLessThan(PATIENCE);
  }

  @Test
  void everyKindOfRubbishIsCounted() {
    LogExplainer explainer = new LogExplainer(CATALOG);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder line = new StringBuilder("x");
      for (int c = random.nextInt(300); c > 0; c--) {
        line.append((char) random.nextInt(0x10000));
      }
      explainer.add(line.toString());
    }
    for (String line :
        List.of("{\"", "{\"\\", "{\"\\u", "{\"\\u12", "\u001B[", "\u0130\u0130 refused \uD800")) {
      explainer.add(line);
    }

    assertThat(explainer.explanation().lines()).isEqualTo(2_006);
  }

  @Test
  void aTextThatIsTooShortToBeFoundIsRefused() {
    assertThatThrownBy(() -> new SignIndex(List.of(List.of("abc"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("abc");
  }

  private static String filled(String beginning, String filling) {
    return (beginning + filling.repeat(LONGEST)).substring(0, LONGEST);
  }

  private static Duration timeOf(List<String> lines) {
    LogExplainer explainer = new LogExplainer(CATALOG);
    long start = System.nanoTime();
    lines.forEach(explainer::add);
    assertThat(explainer.explanation().lines()).isEqualTo(lines.size());
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
