package org.echolot.ui.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echolot.concurrent.Threads;
import org.echolot.journal.JournalLine;
import org.jspecify.annotations.Nullable;

/** Saves lines on a thread of its own and tells how it goes. View model: for the FX thread. */
public final class LogSave {

  /** No save is running. */
  public static final double IDLE = -1;

  /**
   * What became of a save.
   *
   * @param failed whether nothing was saved
   */
  public record Notice(boolean failed, String text) {}

  private final Executor frames;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);

  LogSave(Executor frames) {
    this.frames = frames;
  }

  /** 0 to 1 while a save is running, else {@link #IDLE}. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return progress.get() != IDLE;
  }

  /** What became of the last save; null before its end, and after {@link #dismiss}. */
  public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  public @Nullable Notice notice() {
    return notice.get();
  }

  /** The notice was read. */
  public void dismiss() {
    notice.set(null);
  }

  /** Starts to save; does nothing while a save is running. The times are read by another thread. */
  void start(Path file, List<JournalLine> lines, LineTimes times) {
    if (isRunning()) {
      return;
    }
    dismiss();
    progress.set(0);
    Threads.startVirtual("save console", () -> write(file, lines, times));
  }

  private void write(Path file, List<JournalLine> lines, LineTimes times) {
    Notice end;
    try {
      LogFile.write(
          file,
          lines,
          times,
          ZonedDateTime.now(ZoneId.systemDefault()),
          done -> frames.execute(() -> progress.set(isRunning() ? done : IDLE)));
      end =
          new Notice(
              false, String.format(Locale.ROOT, "Saved %,d lines to %s", lines.size(), file));
    } catch (IOException e) {
      end =
          new Notice(
              true, "Not saved: " + Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
    Notice shown = end;
    frames.execute(
        () -> {
          progress.set(IDLE);
          notice.set(shown);
        });
  }
}
