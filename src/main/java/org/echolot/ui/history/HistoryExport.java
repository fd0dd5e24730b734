package org.echolot.ui.history;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.history.HistoryReader;
import org.echolot.history.Hour;
import org.echolot.report.ResultCsv;

/** Saves what a chart shows. Safe for use by any thread; it works on another one. */
public final class HistoryExport {

  private final HistoryReader reader;
  private final Executor background;
  private final Consumer<String> say;
  private final BiConsumer<String, Path> saved;

  /**
   * @param background runs what waits for the disk
   * @param say tells what was done, by any thread
   */
  public HistoryExport(HistoryReader reader, Executor background, Consumer<String> say) {
    this(reader, background, say, (text, _) -> say.accept(text));
  }

  /**
   * The same.
   *
   * @param saved is told of a file that was saved, by {@code background}
   */
  public HistoryExport(
      HistoryReader reader,
      Executor background,
      Consumer<String> say,
      BiConsumer<String, Path> saved) {
    this.reader = reader;
    this.background = background;
    this.say = say;
    this.saved = saved;
  }

  /** Single results as {@code echolot history --format csv} has them, or hours. */
  void csv(UUID peerId, ChartView view, ChartData data, Path file) {
    save(
        file,
        out -> {
          if (data.hours().isEmpty()) {
            out.print(ResultCsv.header() + "\r\n");
            boolean _ =
                reader.results(
                    Set.of(peerId),
                    view.begin(),
                    view.end(),
                    result -> {
                      out.print(ResultCsv.row(result) + "\r\n");
                      return !out.checkError();
                    });
          } else {
            out.print("from,hours,ok,failed,p5Millis,medianMillis,p95Millis\r\n");
            data.hours().stream()
                .filter(
                    hour -> hour.from().isAfter(view.begin().minusSeconds(3_600L * hour.hours())))
                .filter(hour -> hour.from().isBefore(view.end()))
                .forEach(hour -> out.print(row(hour) + "\r\n"));
          }
        });
  }

  private static String row(Hour hour) {
    return hour.from()
        + ","
        + hour.hours()
        + ","
        + hour.ok()
        + ","
        + hour.failed()
        + ","
        + millis(hour.low())
        + ","
        + millis(hour.median())
        + ","
        + millis(hour.high());
  }

  private static double millis(long micros) {
    return micros / 1e3;
  }

  /**
   * A picture.
   *
   * @param pixels 0xAARRGGBB, row by row
   */
  void png(int[] pixels, int width, int height, Path file) {
    save(file, out -> out.writeBytes(PngWriter.write(pixels, width, height)));
  }

  private interface Content {
    void writeTo(PrintStream out);
  }

  private void save(Path file, Content content) {
    background.execute(
        () -> {
          try {
            new AtomicFile(file, FileSteps.REAL)
                .write(
                    empty -> {
                      try (PrintStream out =
                          new PrintStream(
                              Files.newOutputStream(empty, StandardOpenOption.WRITE),
                              false,
                              StandardCharsets.UTF_8)) {
                        content.writeTo(out);
                        if (out.checkError()) {
                          throw new IOException("not everything could be written");
                        }
                      }
                    });
            saved.accept("Saved " + file, file);
          } catch (IOException e) {
            say.accept("Not saved: " + Objects.requireNonNullElse(e.getMessage(), e.toString()));
          }
        });
  }
}
