package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lines of many programs mean, by tables; the programs' own words, found in the field. */
class KnownLinesTest {

  private static final LogCatalog CATALOG = LogPatterns.load();
  private static final String OF_NO_FAILURE = "none";

  /**
   * A line, what it has to mean, and who wrote it.
   *
   * @param causes alternatives with |; =CAUSE: this one alone; !CAUSE: not this one; none: known,
   *     and of no failed call
   * @param side who wrote it; empty: whoever
   * @param words a regular expression that the explanation holds; empty: any
   */
  record Known(String line, String causes, String side, String words) {

    static Known of(String row) {
      String[] columns = row.split("\t", -1);
      return new Known(
          columns[0],
          columns[1],
          columns.length > 3 ? columns[3] : "",
          columns.length > 2 ? columns[2] : "");
    }

    @Override
    public String toString() {
      return line;
    }
  }

  static Stream<Known> known() {
    return Stream.of(
            "field-lines.tsv",
            "known-lines.tsv",
            "later-lines.tsv",
            "public-lines.tsv",
            "fresh-lines.tsv")
        .flatMap(KnownLinesTest::rows);
  }

  private static Stream<Known> rows(String table) {
    try (InputStream in =
        Objects.requireNonNull(KnownLinesTest.class.getResourceAsStream(table), table)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(row -> !row.isBlank() && !row.startsWith("#"))
          .map(Known::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreLinesOfManyPrograms() {
    assertThat(known().count()).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @MethodSource("known")
  void aLineMeansWhatItSays(Known known) {
    LogExplainer explainer = new LogExplainer(CATALOG);
    explainer.add(known.line);
    List<Explained> explained = explainer.explanation().explained();
    assertThat(explained).as("is known").hasSize(1);
    Explained only = explained.getFirst();
    String words = only.pattern().id() + ": " + only.meaning();
    List<String> causes = only.meaning().causes().stream().map(Enum::name).toList();
    List<String> wanted = List.of(known.causes.split("\\|", -1));

    List<String> alternatives = wanted.stream().filter(w -> !w.startsWith("!")).toList();
    assertThat(alternatives.stream().anyMatch(alternative -> isMet(alternative, causes)))
        .as("%s, and was %s", known.causes, words)
        .isTrue();
    for (String not : wanted) {
      if (not.startsWith("!")) {
        assertThat(causes).as(words).doesNotContain(not.substring(1));
      }
    }
    if (!known.side.isEmpty()) {
      assertThat(only.meaning().side()).as(words).isEqualTo(Side.valueOf(known.side));
    }
    assertThat(words).containsPattern(Pattern.compile(known.words));
  }

  private static boolean isMet(String alternative, List<String> causes) {
    if (alternative.equals(OF_NO_FAILURE)) {
      return causes.isEmpty();
    }
    return alternative.startsWith("=")
        ? causes.equals(List.of(alternative.substring(1)))
        : causes.contains(alternative);
  }
}
