package org.echolot.ui.logs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echolot.files.FileFaults;
import org.echolot.logs.Explanation;
import org.echolot.logs.LogCatalog;
import org.echolot.logs.LogExplainer;
import org.echolot.logs.LogLines;
import org.echolot.logs.LogPatterns;

/**
 * A log, and what it means. Only its beginning is in the box: all of it is explained, in the
 * background. View model: to be used on the FX thread.
 */
public final class ExplainModel {

  /** The most characters that the box takes without becoming slow. */
  static final int MOST_SHOWN = 100_000;

  private static final Explanation NOTHING = new Explanation(0, 0, List.of(), List.of());

  private final Executor background;
  private final Executor fx;
  private final LogCatalog catalog = LogPatterns.load();
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Explanation> explanation =
      new ReadOnlyObjectWrapper<>(NOTHING);
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final AtomicLong newest = new AtomicLong();
  private boolean taking;

  /** Lines from somewhere, each time anew. */
  @FunctionalInterface
  private interface Source {
    LogLines open() throws IOException;
  }

  /**
   * @param background runs what may take long, several at a time or one after the other
   * @param fx runs what changes the view model
   */
  public ExplainModel(Executor background, Executor fx) {
    this.background = background;
    this.fx = fx;
    text.subscribe(
        log -> {
          if (!taking) {
            status.set("");
            explain(() -> new LogLines(new StringReader(log)));
          }
        });
  }

  /** What the box shows, and the user may edit. */
  public StringProperty textProperty() {
    return text;
  }

  public ReadOnlyObjectProperty<Explanation> explanationProperty() {
    return explanation.getReadOnlyProperty();
  }

  /** What there is to know about the log itself; empty: nothing. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  // Commands

  /** Takes a log of any size in the place of the one that is there. */
  public void take(String log) {
    if (log.length() <= MOST_SHOWN) {
      text.set(log);
      return;
    }
    show(log.substring(0, MOST_SHOWN));
    status.set("Only the beginning is shown, but all of it is explained.");
    explain(() -> new LogLines(new StringReader(log)));
  }

  /** Reads a log of any size. */
  public void read(Path file) {
    show("");
    status.set("Reading " + file.getFileName() + " …");
    long mine = newest.incrementAndGet();
    background.execute(
        () -> {
          try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            StringBuilder beginning = new StringBuilder();
            Explanation found = explained(new LogLines(in), beginning, mine);
            tell(
                mine,
                () -> {
                  show(beginning.toString());
                  status.set(file.getFileName() + " is explained whole.");
                  explanation.set(found);
                });
          } catch (IOException e) {
            String words = FileFaults.words(e);
            tell(mine, () -> status.set("Can't read " + file.getFileName() + ": " + words + "."));
          }
        });
  }

  /** Puts text into the box that is not what is to be explained. */
  private void show(String shown) {
    taking = true;
    text.set(shown);
    taking = false;
  }

  private void explain(Source source) {
    long mine = newest.incrementAndGet();
    background.execute(
        () -> {
          try {
            Explanation found = explained(source.open(), new StringBuilder(), mine);
            tell(mine, () -> explanation.set(found));
          } catch (IOException e) {
            throw new UncheckedIOException("text in memory", e);
          }
        });
  }

  /**
   * @param beginning gets what the box is to show
   */
  private Explanation explained(LogLines lines, StringBuilder beginning, long mine)
      throws IOException {
    LogExplainer explainer = new LogExplainer(catalog);
    for (String line = lines.next(); line != null && newest.get() == mine; line = lines.next()) {
      explainer.add(line);
      if (beginning.length() + line.length() < MOST_SHOWN) {
        beginning.append(line).append('\n');
      }
    }
    return explainer.explanation();
  }

  /** What was asked for since makes it void. */
  private void tell(long mine, Runnable news) {
    fx.execute(
        () -> {
          if (newest.get() == mine) {
            news.run();
          }
        });
  }
}
