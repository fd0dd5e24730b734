package org.echolot.ui.console;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineFormat;

/** Journal lines as a text file, UTF-8. */
final class LogFile {

  private static final int LINES_BETWEEN_REPORTS = 2000;

  private LogFile() {}

  /**
   * Writes the lines to a file beside {@code file}, and then puts that in its place: nothing is
   * left half-written. It blocks.
   *
   * @param progress is told how much is done, 0 to 1
   * @throws IOException if the file can't be written; what stood in {@code file} before still does
   */
  static void write(Path file, List<JournalLine> lines, ZonedDateTime now, DoubleConsumer progress)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (Writer writer = Files.newBufferedWriter(part, StandardOpenOption.CREATE_NEW)) {
        writer.write(head(now) + System.lineSeparator());
        for (int i = 0; i < lines.size(); i++) {
          writer.append(LineFormat.text(lines.get(i))).append(System.lineSeparator());
          if (i % LINES_BETWEEN_REPORTS == 0) {
            progress.accept((double) i / lines.size());
          }
        }
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The lines have the time of day alone. */
  private static String head(ZonedDateTime now) {
    return "# Echolot, saved "
        + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.truncatedTo(ChronoUnit.SECONDS))
        + "; times of day in "
        + now.getZone();
  }
}
