package org.echolot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Our listener in a process of its own, and what that takes from the system. */
final class Besieged implements AutoCloseable {

  /** As {@code bin/run listen} gives it: for callers without an association, and for each with. */
  private static final int HEAP_MIB = 160;

  private final Process process;
  private final BufferedReader said;
  private final int port;

  /**
   * @param options of the command listen
   */
  Besieged(int maxAssociations, List<String> options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + (HEAP_MIB + maxAssociations / 16) + "m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.echolot.Echolot",
                "listen",
                "--no-history",
                "--port",
                "0",
                "--max-associations",
                String.valueOf(maxAssociations)));
    command.addAll(options);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    said = process.inputReader();
    String ready = said.readLine();
    if (ready == null) {
      throw new IOException("the listener did not start: " + command);
    }
    port = Integer.parseInt(ready.replaceAll(".*:(\\d+)\\D*", "$1"));
  }

  int port() {
    return port;
  }

  int threads() throws IOException {
    return count("task");
  }

  int descriptors() throws IOException {
    return count("fd");
  }

  /** The most memory that it ever had, in MiB. */
  long mostMemory() throws IOException {
    return Files.readAllLines(of("status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private int count(String folder) throws IOException {
    try (Stream<Path> files = Files.list(of(folder))) {
      return (int) files.count();
    }
  }

  private Path of(String file) {
    return Path.of("/proc", String.valueOf(process.pid()), file);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    said.close();
  }
}
