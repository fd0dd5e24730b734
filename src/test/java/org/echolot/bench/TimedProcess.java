package org.echolot.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command, as its user's shell sees it.
 *
 * @param wallMillis from its start to its end
 * @param cpuMillis what it and its children took of the processors
 * @param peakMegabytes the most memory that one of its processes held; looked at each millisecond
 * @param output its standard output
 */
record TimedProcess(double wallMillis, double cpuMillis, double peakMegabytes, String output) {

  private static final long PATIENCE_SECONDS = 300;

  /** The shell counts what its children took, to the millisecond. */
  private static final String SCRIPT =
      "exec 3>&2; TIMEFORMAT='%R %U %S'; { time \"$@\" >\"$0\" 2>/dev/null; } 2>&3";

  /**
   * @param home a folder for files of the command's own, away from the user's
   */
  static TimedProcess run(Path home, String... command) throws IOException, InterruptedException {
    Path output = home.resolve("output");
    List<String> words = new ArrayList<>(List.of("bash", "-c", SCRIPT, output.toString()));
    words.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().remove("ECHOLOT_PEERS");
    for (String variable : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")) {
      builder.environment().put(variable, home.toString());
    }
    Process process = builder.start();
    double peak = 0;
    while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakOf(process));
    }
    String[] times =
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
            .strip()
            .split("\\s+", -1);
    if (times.length != 3 || !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException(String.join(" ", command) + " was not measured");
    }
    return new TimedProcess(
        millis(times[0]), millis(times[1]) + millis(times[2]), peak, Files.readString(output));
  }

  private static double millis(String seconds) {
    return Double.parseDouble(seconds) * 1_000;
  }

  private static double peakOf(Process process) {
    return process
        .descendants()
        .mapToDouble(child -> peakOf(Path.of("/proc", "" + child.pid(), "status")))
        .max()
        .orElse(0);
  }

  private static double peakOf(Path status) {
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
          .findFirst()
          .orElse(0);
    } catch (IOException _) {
      // It has ended, or the system has no such file.
      return 0;
    }
  }
}
