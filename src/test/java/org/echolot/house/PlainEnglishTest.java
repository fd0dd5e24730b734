package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users read one kind of English: a word for each thing, and those that the trade uses. */
class PlainEnglishTest {

  /** Words that have a better one: "DNS server", "timeout", "lookup", "a device in between", … */
  private static final Pattern BANNED =
      Pattern.compile(
          "something on the way|\\bon the way\\b|name"
              + " servers?\\b|\\blook-up|\\btime-out|\\banew\\b|network people|has no place|\\bwas"
              + " due\\b|without a word|the other side|\\bstands?"
              + " (?:there|in|at|for)\\b|\\bswitch(?:es|ed)? (?:TLS|it) (?:on|off)\\b|TLS (?:is"
              + " |was )?switched|told in red|\\bat level (?:debug|trace)|\\bnot said\\b|\\bgets"
              + " lost\\b|\\bcomes? as\\b|\\bcame as\\b|\\bmends?\\b|another one than|have us"
              + " registered|makes? the check|\\bvouch|\\bwants? a\\b|\\bdemands?\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONTRACTION =
      Pattern.compile("\\b(?:can|don|won|isn|aren|doesn|didn|wasn|couldn|shouldn)['’]t\\b");

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");

  private static final Path MAIN = Path.of("src/main/java/org/echolot");
  private static final Path RESOURCES = Path.of("src/main/resources/org/echolot");

  /** The string literals of a source, those that are put together as one. */
  private static List<String> literals(Path source) {
    String code = COMMENT.matcher(read(source)).replaceAll("");
    return LITERAL
        .matcher(JOINED.matcher(code).replaceAll(""))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static List<String> found(Pattern bad, Path file, List<String> texts) {
    List<String> found = new ArrayList<>();
    for (String text : texts) {
      bad.matcher(text)
          .results()
          .forEach(hit -> found.add(file.getFileName() + ": " + hit.group() + " in: " + text));
    }
    return found;
  }

  /** The lines of a file that people read, without its comments. */
  private static List<String> lines(Path file) {
    return read(file).lines().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void noTextOfTheProgramUsesAWordThatHasABetterOne() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path source : sources(MAIN)) {
      found.addAll(found(BANNED, source, literals(source)));
    }

    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"check/diagnosis/causes.properties", "ticket/peer-logs.properties"})
  void noTextOfACauseOrForAPeersLogUsesOneOrIsContracted(String resource) {
    Path file = RESOURCES.resolve(resource);

    assertThat(found(BANNED, file, lines(file))).isEmpty();
    assertThat(found(CONTRACTION, file, lines(file))).isEmpty();
  }

  @Test
  void noDocumentUsesAWordThatHasABetterOne() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    List<String> found = new ArrayList<>();
    documents.forEach(file -> found.addAll(found(BANNED, file, read(file).lines().toList())));

    assertThat(found).isEmpty();
  }

  /** What others are sent: cannot and do not, in tickets and in the request to register us. */
  @ParameterizedTest
  @ValueSource(strings = {"ticket", "handout", "tls", "check"})
  void noTextThatIsSentToOthersIsContracted(String room) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path source : sources(MAIN.resolve(room))) {
      found.addAll(found(CONTRACTION, source, literals(source)));
    }

    assertThat(found).isEmpty();
  }
}
