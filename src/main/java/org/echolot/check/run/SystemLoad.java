package org.echolot.check.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.echolot.check.diagnosis.OwnLoad;

/** How busy this computer is, as far as its system tells every program (Linux). */
final class SystemLoad {

  private static final Path AVERAGE = Path.of("/proc/loadavg");

  private SystemLoad() {}

  /**
   * At this moment.
   *
   * @param otherLookups how many other names this program looks up
   */
  static OwnLoad with(int otherLookups) {
    return new OwnLoad(otherLookups, average(), Runtime.getRuntime().availableProcessors());
  }

  private static double average() {
    try {
      String line = Files.readString(AVERAGE, StandardCharsets.US_ASCII);
      return Double.parseDouble(line.substring(0, Math.max(0, line.indexOf(' '))));
    } catch (IOException | NumberFormatException _) {
      return -1; // another system, or one that does not tell
    }
  }
}
