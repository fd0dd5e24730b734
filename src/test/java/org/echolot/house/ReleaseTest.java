package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echolot.dicom.association.Implementation;
import org.echolot.text.About;
import org.junit.jupiter.api.Test;

/** The version is in one place, and what a release needs agrees with it. */
class ReleaseTest {

  private static final Pattern VERSION =
      Pattern.compile("<artifactId>echolot</artifactId>\\s*<version>(\\d+)\\.(\\d+)\\.(\\d+)<");

  private static Matcher version() throws IOException {
    Matcher version = VERSION.matcher(Files.readString(Repository.ROOT.resolve("pom.xml")));
    assertThat(version.find()).isTrue();
    return version;
  }

  @Test
  void noSourceHasTheVersionBesideThePom() throws IOException {
    Matcher version = version();
    String words = "\"" + version.group(1) + "." + version.group(2) + "." + version.group(3) + "\"";
    assertThat(
            Stream.of(Repository.files("src/main/java", ".java"), Repository.files("bin", ""))
                .flatMap(List::stream)
                .filter(Files::isRegularFile)
                .filter(file -> read(file).contains(words))
                .map(Repository::name))
        .isEmpty();
  }

  @Test
  void classesThatAreInNoJarSayThatTheyAreOfNoVersion() {
    assertThat(About.version()).matches("unreleased|\\d+\\.\\d+\\.\\d+");
    assertThat(About.program()).isEqualTo("Echolot " + About.version());
  }

  @Test
  void peersSeeTheFirstTwoNumbersOfTheVersion() throws IOException {
    Matcher version = version();
    assertThat(Implementation.VERSION_NAME)
        .isEqualTo("ECHOLOT_" + version.group(1) + "_" + version.group(2));
  }

  @Test
  void theChangelogTellsOfTheVersion() throws IOException {
    Matcher version = version();
    assertThat(Files.readString(Repository.ROOT.resolve("CHANGELOG.md")))
        .contains("## [Unreleased]")
        .containsPattern(
            "## \\[%s\\.%s\\.%s\\] - \\d{4}-\\d\\d-\\d\\d"
                .formatted(version.group(1), version.group(2), version.group(3)));
  }

  @Test
  void theWrapperFetchesMavenByItsChecksum() throws IOException {
    assertThat(Files.readAllLines(Repository.ROOT.resolve(".mvn/wrapper/maven-wrapper.properties")))
        .contains("distributionType=only-script")
        .anyMatch(line -> line.matches("distributionSha256Sum=[0-9a-f]{64}"));
    assertThat(Repository.ROOT.resolve(".mvn/wrapper/maven-wrapper.jar")).doesNotExist();
  }

  @Test
  void issueFormsAskForNamesToBeHidden() throws IOException {
    assertThat(Files.readString(Repository.ROOT.resolve(".github/ISSUE_TEMPLATE/wrong.yml")))
        .contains("--hide-names")
        .contains("required: true");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
