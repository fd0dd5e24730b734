package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What processes leave behind that open the database and halt. */
@Timeout(120)
class DriverLibraryTest {

  @TempDir Path folder;
  private Path history;
  private Path temporary;

  @BeforeEach
  void make() throws IOException {
    history = Files.createDirectory(folder.resolve("history"));
    temporary = Files.createDirectory(folder.resolve("tmp"));
    allow("rwx------");
  }

  private void allow(String permissions) throws IOException {
    assumeThat(history.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(history, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void theLibraryIsUnpackedOnceAndNothingIsLeftInTheTemporaryFolder() throws Exception {
    readHistory();
    List<String> first = libraries();
    Path library = history.resolve(first.getFirst());
    Object made = Files.getAttribute(library, "unix:ino");

    readHistory();

    assertThat(first).singleElement().asString().contains("sqlitejdbc");
    assertThat(libraries()).isEqualTo(first);
    assertThat(Files.getAttribute(library, "unix:ino")).as("it was not made again").isEqualTo(made);
    assertThat(in(temporary)).isEmpty();
  }

  @Test
  void oneThatIsCutOffIsMadeAgain() throws Exception {
    readHistory();
    Path library = history.resolve(libraries().getFirst());
    long size = Files.size(library);
    Files.write(library, new byte[100]);

    readHistory();

    assertThat(library).hasSize(size);
  }

  @Test
  void whereOthersMayWriteNoneIsKeptAndNoneIsLeft() throws Exception {
    allow("rwxrwx---");

    readHistory();

    assertThat(libraries()).isEmpty();
    assertThat(in(temporary)).isEmpty();
  }

  private List<String> libraries() throws IOException {
    return in(history).stream().filter(name -> name.startsWith("sqlitejdbc")).toList();
  }

  private static List<String> in(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void readHistory() throws Exception {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + temporary,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "org.echolot.Echolot",
            "history");
    java.environment().put("ECHOLOT_HISTORY", history.toString());
    java.environment().put("XDG_CONFIG_HOME", folder.toString());
    Path out = folder.resolve("out");
    Process process = java.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(out)).doesNotContain("cannot", "Failed");
    assertThat(history.resolve("history.db")).exists();
  }
}
