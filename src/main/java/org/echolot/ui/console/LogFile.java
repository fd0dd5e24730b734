package org.echolot.ui.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.journal.JournalLine;

/** Journal lines as a text file, UTF-8. */
final class LogFile {

  private static final int LINES_BETWEEN_REPORTS = 2000;

  private LogFile() {}

  /**
   * Puts the lines into a file, see {@link AtomicFile}. It blocks.
   *
   * @param times may be read by any thread
   * @param progress is told how much is done, 0 to 1
   * @throws IOException if the file can't be written; what stood in {@code file} before still does,
   *     and the message says why in plain words
   */
  static void write(
      Path file,
      List<JournalLine> lines,
      LineTimes times,
      ZonedDateTime now,
      DoubleConsumer progress)
      throws IOException {
    new AtomicFile(file, FileSteps.REAL)
        .write(
            empty -> {
              try (FileChannel channel = FileChannel.open(empty, StandardOpenOption.WRITE);
                  Writer writer =
                      new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
                write(writer, lines, times, now, progress);
                writer.flush();
                channel.force(true);
              }
            });
  }

  private static void write(
      Writer writer,
      List<JournalLine> lines,
      LineTimes times,
      ZonedDateTime now,
      DoubleConsumer progress)
      throws IOException {
    writer.write(head(times.style(), now) + System.lineSeparator());
    for (int i = 0; i < lines.size(); i++) {
      writer.append(times.text(lines.get(i))).append(System.lineSeparator());
      if (i % LINES_BETWEEN_REPORTS == 0) {
        progress.accept((double) i / lines.size());
      }
    }
  }

  /** The lines have the time of day alone. */
  private static String head(TimeStyle style, ZonedDateTime now) {
    String times =
        switch (style) {
          case LOCAL -> "times of day in " + now.getZone();
          case UTC -> "times of day in UTC";
          case SINCE_CHECK_BEGAN ->
              "times of day in " + now.getZone() + ", and since the line's check began";
        };
    return "# Echolot, saved "
        + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.truncatedTo(ChronoUnit.SECONDS))
        + "; "
        + times;
  }
}
