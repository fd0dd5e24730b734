package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.Warning;
import org.echolot.peers.lint.HintKind;
import org.echolot.probe.Answer;
import org.echolot.probe.BigResult;
import org.echolot.probe.FindProbe;
import org.junit.jupiter.api.Test;

/** What the documents point at exists, in the words that the program uses. */
class DocsTest {

  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
  private static final Pattern CODE_WORD = Pattern.compile("`([A-Z]{3,}(?:_[A-Z]+)+)`");

  /** Words of that shape that are no causes. */
  private static final List<String> OTHER_WORDS =
      List.of(
          "JAVA_HOME",
          "ECHOLOT_JAVA_HOME",
          "ECHOLOT_PEERS",
          "ECHOLOT_HISTORY",
          "ECHOLOT_ENGINE",
          "DCM4CHE_HOME",
          "TCP_QUICKACK",
          "TCP_NODELAY",
          "TCP_CONNECTION_INFO",
          "SIO_TCP_INFO",
          "PROBE_TIMEOUT");

  @Test
  void everyLinkToAFileLeadsToOne() throws Exception {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (String link : links(Files.readString(document))) {
        if (Files.notExists(document.resolveSibling(link))) {
          broken.add(Repository.name(document) + " → " + link);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyCauseThatIsNamedExists() throws Exception {
    List<String> known =
        Stream.of(
                Cause.values(),
                Warning.Code.values(),
                HintKind.values(),
                Answer.values(),
                BigResult.Direction.values(),
                FindProbe.Outcome.values())
            .flatMap(Stream::of)
            .map(Enum::name)
            .toList();
    List<String> unknown = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult word : CODE_WORD.matcher(Files.readString(document)).results().toList()) {
        if (!known.contains(word.group(1)) && !OTHER_WORDS.contains(word.group(1))) {
          unknown.add(Repository.name(document) + ": " + word.group(1));
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyTestThatIsNamedExists() throws Exception {
    Map<String, String> tests = tests();
    List<String> missing = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult word : TEST.matcher(Files.readString(document)).results().toList()) {
        String source = tests.getOrDefault(word.group(1), "");
        String method = word.group(2);
        if (source.isEmpty() || (method != null && !source.contains("void " + method + "("))) {
          missing.add(Repository.name(document) + ": " + word.group());
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void everyCheckOfACertificateNamesATestAndTheCasesThatItHas() throws Exception {
    Map<String, String> tests = tests();
    String table =
        Files.readString(Repository.ROOT.resolve("docs/security.md")).split("\n## ", -1)[1];
    List<String> rows = table.lines().filter(line -> line.startsWith("| ")).skip(1).toList();

    assertThat(table).startsWith("What is checked of a peer's certificate");
    assertThat(rows).hasSizeGreaterThan(10);
    for (String row : rows) {
      String last = row.substring(row.lastIndexOf(" | ") + 3);
      Matcher test = TEST.matcher(last);
      assertThat(test.find()).as(row).isTrue();
      for (MatchResult named : Pattern.compile("\"[^\"]+\"").matcher(last).results().toList()) {
        assertThat(tests.get(test.group(1))).as(row).contains(named.group());
      }
    }
  }

  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new HashMap<>();
    for (Path test : Repository.files("src/test/java", ".java")) {
      tests.put(test.getFileName().toString().replace(".java", ""), Files.readString(test));
    }
    return tests;
  }

  @Test
  void linksAreFoundInBothNotations() {
    assertThat(
            links(
                "[a](x.md#part) ![b](y.png) <img src=\"z.png\"> [c](https://example.org) [d](#e)"))
        .containsExactly("x.md", "y.png", "z.png");
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(Repository.files("docs", ".md"));
    documents.add(Repository.ROOT.resolve("README.md"));
    documents.add(Repository.ROOT.resolve("CONTRIBUTING.md"));
    return documents;
  }

  private static List<String> links(String text) {
    List<String> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(COMMENT.matcher(text).replaceAll(""));
    while (matcher.find()) {
      String link = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      String file = link.replaceFirst("#.*", "");
      if (!file.isEmpty() && !file.contains("://") && !file.startsWith("mailto:")) {
        links.add(file);
      }
    }
    return links;
  }
}
