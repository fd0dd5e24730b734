package org.echolot.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of patterns holds together. */
class LogPatternsTest {

  private static final LogCatalog CATALOG = LogPatterns.load();
  private static final List<LogPattern> PATTERNS = CATALOG.patterns();

  /** Of a pattern: what it means to whoever wrote the line. */
  private static List<Meaning> meanings(LogPattern pattern) {
    List<Meaning> all = new ArrayList<>(pattern.meaningBySide().values());
    all.add(pattern.meaning());
    return all;
  }

  static List<LogPattern> patterns() {
    return PATTERNS;
  }

  @Test
  void thereAreManyAndEachHasANameOfItsOwn() {
    assertThat(PATTERNS).hasSizeGreaterThan(150);
    assertThat(PATTERNS.stream().map(LogPattern::id)).doesNotHaveDuplicates();
    assertThat(PATTERNS.stream().map(LogPattern::example)).doesNotHaveDuplicates();
  }

  @Test
  void allFiveToolsAreThere() {
    for (String tool : List.of("DCMTK", "Orthanc", "dcm4che", "pynetdicom", "fo-dicom")) {
      assertThat(PATTERNS.stream().filter(p -> p.tool().contains(tool)))
          .as(tool)
          .hasSizeGreaterThan(10);
    }
  }

  /**
   * Each is reached by its example, whatever stands before it. What programs really write, {@link
   * RealLogsTest} shows.
   */
  @ParameterizedTest
  @MethodSource("patterns")
  void noEntryIsShadowedByAnEarlierOne(LogPattern pattern) {
    assertThat(winner(pattern.example())).isEqualTo(pattern.id());
  }

  /** Whatever a log collector puts around it. */
  @ParameterizedTest
  @MethodSource("patterns")
  void timeStampsAndNamesAroundItChangeNothing(LogPattern pattern) {
    assertThat(
            winner(
                "2026-11-23T10:15:30,123 pacs01 app[123]: \u001B[31m"
                    + pattern.example()
                    + "\u001B[0m"))
        .isEqualTo(pattern.id());
  }

  /** As Docker and Kubernetes keep the output of a container. */
  @ParameterizedTest
  @MethodSource("patterns")
  void theLogOfAContainerChangesNothing(LogPattern pattern) {
    String escaped =
        pattern.example().replace("\\", "\\\\").replace("\"", "\\\"").replace(">", "\\u003e");
    String line = "{\"log\":\"" + escaped + "\\n\",\"stream\":\"stderr\",\"time\":\"2026-11-27\"}";

    assertThat(winner(line)).isEqualTo(pattern.id());
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void theTextsAreSentences(LogPattern pattern) {
    for (Meaning meaning : meanings(pattern)) {
      assertThat(meaning.means()).matches("[A-Z0-9].*[.]");
      assertThat(meaning.next()).matches("[A-Z0-9\"].*[.]");
      assertThat(meaning.next().split(" +")).hasSizeLessThanOrEqualTo(25);
      assertThat(meaning.means().split(" +")).hasSizeLessThanOrEqualTo(32);
      assertThat(meaning.causes()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(4);
    }
    assertThat(pattern.signs()).doesNotHaveDuplicates();
  }

  /** Nor is one of its signs, as far as a sign alone makes a line of that kind. */
  @ParameterizedTest
  @MethodSource("patterns")
  void noSignIsShadowedByAnEarlierEntry(LogPattern pattern) {
    assertThat(pattern.signs())
        .filteredOn(sign -> pattern.pattern() == null || pattern.pattern().matcher(sign).find())
        .allSatisfy(sign -> assertThat(winner(sign)).isEqualTo(pattern.id()));
  }

  @Test
  void everyCauseThatAnotherToolCanSeeIsNamedByOne() {
    Set<Cause> named = EnumSet.noneOf(Cause.class);
    PATTERNS.stream()
        .flatMap(pattern -> meanings(pattern).stream())
        .forEach(meaning -> named.addAll(meaning.causes()));
    // Of the programs whose logs are read, none calls through a proxy.
    Set<Cause> ours =
        EnumSet.of(
            Cause.INTERNAL_ERROR,
            Cause.USER_IDENTITY_UNUSABLE,
            Cause.PROXY_UNREACHABLE,
            Cause.PROXY_REFUSED,
            Cause.PROXY_NO_ANSWER);
    assertThat(Arrays.stream(Cause.values()).filter(c -> !ours.contains(c)))
        .allMatch(named::contains);
  }

  @Test
  void anEntryThatIsNotWholeIsRefusedByName() {
    assertThatThrownBy(() -> LogPatterns.read(Stream.of("[a]", "tool X", "sign x", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[a]");
  }

  /** What looks like a step, and says that it failed, is not told as nobody's matter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPACS THREAD 3: connect from 10.1.9.8 rejected",
        "haproxy[31]: Server dicom/pacs1 is UP, but its agent check failed",
        "2026.11.27 10:15:30 LOG5[2]: Connection closed: could not flush",
        "Preparing to connect to AE PACS on host 10.1.2.3 was refused"
      })
  void aStepThatFailedIsNotToldAsOneThatDidNot(String line) {
    LogExplainer explainer = new LogExplainer(CATALOG);
    explainer.add(line);

    assertThat(explainer.explanation().explained())
        .noneMatch(explained -> explained.meaning().means().contains("as it should be"))
        .noneMatch(explained -> explained.meaning().next().startsWith("No action needed"));
  }

  private static String winner(String line) {
    LogExplainer explainer = new LogExplainer(CATALOG);
    explainer.add(line);
    List<Explained> explained = explainer.explanation().explained();
    return explained.isEmpty() ? "nothing" : explained.getFirst().pattern().id();
  }
}
