package org.echolot.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that are run: those of the JDK that runs this, and ours. */
final class Tool {

  private static final long MINUTES = 30;

  private Tool() {}

  static String ofJdk(String name) {
    String suffix = System.getProperty("os.name").startsWith("Windows") ? ".exe" : "";
    return Path.of(System.getProperty("java.home"), "bin", name + suffix).toString();
  }

  /**
   * Runs a program to its end.
   *
   * @return what it printed
   * @throws IOException if it fails, with what it printed
   */
  static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path printed = Files.createTempFile("echolot-packaging", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      String text = Files.readString(printed, StandardCharsets.ISO_8859_1);
      if (!ended || process.exitValue() != 0) {
        throw new IOException(command + (ended ? " failed:\n" : " did not end:\n") + text);
      }
      return text;
    } finally {
      Files.deleteIfExists(printed);
    }
  }

  static String run(String... command) throws IOException, InterruptedException {
    return run(Arrays.asList(command), Map.of());
  }

  static List<String> with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
