package org.echolot.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowStartTest {

  private static final FileTime EARLIER = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final FileTime LATER = FileTime.from(Instant.parse("2026-02-01T00:00:00Z"));

  @TempDir private Path folder;
  private Path cache = Path.of("");
  private Path jar = Path.of("");

  @BeforeEach
  void install() throws IOException {
    cache = Files.writeString(folder.resolve("commands.aot"), "\0\0OpenJDK (25.0.3+9) for linux\0");
    jar = Files.writeString(folder.resolve("echolot.jar"), "");
    Files.setLastModifiedTime(cache, LATER);
    Files.setLastModifiedTime(jar, EARLIER);
  }

  private String words(String jvm) {
    return SlowStart.words(List.of("-Xlog:disable", "-XX:AOTCache=" + cache), jvm, jar.toString())
        .orElse("");
  }

  @Test
  void aCacheOfThisJavaAndTheseFilesIsNothingToTellOf() {
    assertThat(words("25.0.3+9")).isEmpty();
  }

  @Test
  void nobodyMissesACacheThatWasNotAskedFor() {
    assertThat(SlowStart.words(List.of("-Xmx64m"), "25.0.3+9", jar.toString())).isEmpty();
  }

  @Test
  void aCacheOfAnotherJavaIsTold() {
    assertThat(words("25.0.4+7"))
        .startsWith("Starts slower than it could: the start cache " + cache)
        .contains("another Java");
  }

  @Test
  void aJarThatWasReplacedIsTold() throws IOException {
    Files.setLastModifiedTime(jar, FileTime.from(LATER.toInstant().plusSeconds(1)));
    assertThat(words("25.0.3+9")).contains(jar + " is newer than the start cache");
  }

  @Test
  void aCacheThatIsMissingIsTold() throws IOException {
    Files.delete(cache);
    assertThat(words("25.0.3+9")).contains(cache + " cannot be read");
  }
}
