package org.echolot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a JVM holds at a moment, after a collection. Read from outside, by the JDK's own tools and
 * Linux's {@code /proc}.
 *
 * @param heapBytes what lives on the heap
 * @param threads of the platform
 * @param descriptors open files and sockets
 */
record Footprint(long heapBytes, int threads, int descriptors) {

  /** Not objects: what a collector fills gaps with that are not worth closing. */
  private static final String FILLER = "FillerElement";

  /** What the JVM with this process ID holds. */
  static Footprint of(long pid) throws IOException {
    // It collects and counts at once: what a busy program makes meanwhile would be megabytes.
    List<String> table = jdk("jcmd", String.valueOf(pid), "GC.class_histogram");
    long heapBytes = total(table, "Total") - total(table, FILLER);
    Path process = Path.of("/proc", String.valueOf(pid));
    return new Footprint(heapBytes, count(process.resolve("task")), count(process.resolve("fd")));
  }

  /** The bytes of the lines that contain a text. */
  private static long total(List<String> histogram, String text) {
    return histogram.stream()
        .filter(line -> line.contains(text))
        .mapToLong(
            line ->
                Long.parseLong(line.strip().replaceFirst("^\\d+: ", "Row ").split("\\s+", -1)[2]))
        .sum();
  }

  private static int count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return (int) files.count();
    }
  }

  private static List<String> jdk(String tool, String... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()),
                Arrays.stream(arguments))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().lines().toList();
    if (lines.isEmpty()) {
      throw new IOException(String.join(" ", command) + " said nothing");
    }
    return lines;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "heap %6.2f MB, %3d threads, %3d descriptors",
        heapBytes / 1e6,
        threads,
        descriptors);
  }
}
