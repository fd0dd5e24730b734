package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What package managers and the public CI read names what the build makes. */
class PackagingFilesTest {

  private static String text(String name) throws IOException {
    return Files.readString(Repository.ROOT.resolve(name));
  }

  @ParameterizedTest
  @CsvSource({
    "dist/winget/Echolot.Echolot.yaml, echolot-VERSION-windows-x64-portable.zip",
    "dist/homebrew/echolot.rb, Echolot-#{version}.dmg",
    "dist/flatpak/org.echolot.Echolot.yml, echolot-VERSION-linux-x64-portable.zip"
  })
  void eachManifestFetchesAFileThatTheBuildMakesAndComparesIt(String manifest, String file)
      throws IOException {
    assertThat(text(manifest)).contains(file).contains("VERSION").contains("SHA256_");
    assertThat(text("src/package/java/org/echolot/packaging/PortableZip.java"))
        .contains("\"echolot-%s-%s-%s-portable.zip\"");
  }

  @Test
  void theWorkflowTestsAndPacksAsADeveloperDoes() throws IOException {
    assertThat(text(".github/workflows/build.yml"))
        .contains("bin/test\n", "bin/test package\n", "-Ppackage")
        .contains("ubuntu-", "macos-", "windows-");
    assertThat(text("pom.xml")).contains("<id>package</id>");
  }

  @Test
  void theLauncherIsToldTheOptionsThatTheCachesAreMadeWith() throws IOException {
    assertThat(text("src/package/linux/echolot"))
        .contains("@CLASSPATH@", "@WINDOW@", "@COMMANDS@", "window.aot", "commands.aot");
  }

  @Test
  void theMenuEntryHasTheNamesOfTheFilesThatAreInstalled() throws IOException {
    List<String> entry = text("src/package/linux/echolot.desktop").lines().toList();
    assertThat(entry).contains("Exec=/opt/echolot/bin/echolot", "Icon=echolot", "Terminal=false");
    assertThat(text("src/package/linux/post-image.sh"))
        .contains("usr/bin/echolot", "apps/echolot.png", "apps/echolot.svg", "echolot.1.gz");
  }

  @Test
  void scriptsThatThePackageRunsLeaveTheUsersFilesAlone() throws IOException {
    for (String script : List.of("preinst", "postinst", "prerm", "postrm")) {
      assertThat(text("src/package/linux/" + script).lines().filter(line -> !line.startsWith("#")))
          .containsExactly("exit 0");
    }
  }

  @Test
  void gitGivesScriptsTheLineEndsOfTheirSystem() throws IOException {
    assertThat(text(".gitattributes").lines())
        .contains("bin/* text eol=lf", "mvnw text eol=lf", "*.cmd text eol=crlf");
  }
}
