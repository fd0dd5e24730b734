package org.echolot.ui.main;

import java.nio.file.Path;
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
    notice.set(
        new Notice(
            Notice.Kind.WARNING,
            "Echolot itself had a fault and goes on; something that you see may be out of date: "
                + fault.words()
                + (count == 1 ? "" : " (the last of " + count + ")")
                + (fault.isKept() ? ". The details are in " + file + "." : "."),
            List.of(
                new Notice.Offer(
                    "fault-copy", "Copy the details", () -> copy.accept(fault.details())),
                new Notice.Offer("fault-dismiss", "Dismiss", this::dismiss))));
  }

  private void dismiss() {
    count = 0;
    notice.set(null);
  }
}
