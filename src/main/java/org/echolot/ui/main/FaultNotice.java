package org.echolot.ui.main;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echolot.faults.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The last fault of Echolot itself, until the user has seen it. View model: to be used on the FX
 * thread.
 */
final class FaultNotice {

  private final Path file;
  private final Consumer<String> copy;
  private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
  private @Nullable Fault last;
  private int count;

  /**
   * @param file where faults are kept
   * @param copy puts a text on the clipboard
   */
  FaultNotice(Path file, Consumer<String> copy) {
    this.file = file;
    this.copy = copy;
  }

  /** What to show; null: nothing. */
  ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** There was one. */
  void show(Fault fault) {
    count++;
    last = fault;
    notice.set(
        noticeOf(
            fault,
            "Echolot itself had a fault and goes on; something that you see may be out of date: "
                + fault.words()
                + (count == 1 ? "" : " (the last of " + count + ")")
                + ".",
            "The details are in "));
  }

  /**
   * The window gets on again.
   *
   * @param after how long it did not
   */
  void showBack(Duration after) {
    String words = "The window did not respond for " + after.toSeconds() + " s.";
    Fault fault = last;
    notice.set(
        fault == null
            ? new Notice(Notice.Kind.WARNING, words, List.of(dismissal()))
            : noticeOf(fault, words, "What it did is in "));
  }

  private Notice noticeOf(Fault fault, String words, String where) {
    return new Notice(
        Notice.Kind.WARNING,
        words + (fault.isKept() ? " " + where + file + "." : ""),
        List.of(
            new Notice.Offer("fault-copy", "Copy the details", () -> copy.accept(fault.details())),
            dismissal()));
  }

  private Notice.Offer dismissal() {
    return new Notice.Offer("fault-dismiss", "Dismiss", this::dismiss);
  }

  private void dismiss() {
    count = 0;
    last = null;
    notice.set(null);
  }
}
