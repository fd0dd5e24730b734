package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.echolot.faults.InjectingLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each piece of the window that is called back (an action, a listener, a cell, a timer, a task of
 * the background, a reader of the journal, what waits for the FX thread) fails once while somebody
 * does all that can be done. Each fault reaches the log of faults, and the window goes on.
 */
@Timeout(600)
class InjectedFaultsTest {

  /** Fewer would mean that the window is not worked with any more. */
  private static final int LEAST = 350;

  /** What tells of faults can't tell of its own. */
  private static final List<String> TELLING =
      List.of("org.echolot.faults.", "org.echolot.text.", "org.echolot.concurrent.Threads");

  @TempDir Path folder;

  /** The process in which it happens: its window is not fit for another test. */
  static final class Loaded {

    private Loaded() {}

    public static void main(String[] args) throws Exception {
      ClassLoader loader =
          new InjectingLoader(
              name ->
                  !name.startsWith("org.echolot.ui.main.FailingWindow")
                      && TELLING.stream().noneMatch(name::startsWith));
      Thread.currentThread().setContextClassLoader(loader);
      try {
        loader
            .loadClass("org.echolot.ui.main.FailingWindow")
            .getMethod("main", String[].class)
            .invoke(null, (Object) args);
      } finally {
        System.exit(1); // it did not get to its own end
      }
    }
  }

  /** The lines that the process says at its end. */
  private List<String> run(String name) throws Exception {
    Path place = Files.createDirectory(folder.resolve(name));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "-Duser.home=" + place,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Loaded.class.getName(),
                place.toString())
            .redirectError(folder.resolve(name + ".err").toFile())
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = out.lines().toList();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }

  private static Set<String> lost(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("lost ")).collect(Collectors.toSet());
  }

  private static boolean goesOn(List<String> lines) {
    return lines.containsAll(List.of("notice true", "responds true"));
  }

  @Test
  void eachReachesTheLogAndTheWindowGoesOn() throws Exception {
    List<String> lines = run("first");
    Set<String> lost = lost(lines);
    if (!lost.isEmpty() || !goesOn(lines)) {
      // Two that come at the same moment may cover each other, or need both what the other ended.
      lines = run("second");
      lost.retainAll(lost(lines));
    }

    assertThat(lost).isEmpty();
    assertThat(lines).contains("notice true", "responds true");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("faults "))
        .singleElement()
        .satisfies(line -> assertThat(Integer.parseInt(line.substring(7))).isGreaterThan(LEAST));
  }
}
