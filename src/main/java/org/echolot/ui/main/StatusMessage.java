package org.echolot.ui.main;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the user was told last, in a sentence. To be used on the FX thread. */
final class StatusMessage {

  /**
   * Something that was told.
   *
   * @param number tells it from the same said again
   * @param file what was saved; null: nothing
   */
  record Said(long number, String text, @Nullable Path file) {

    private static final Said NOTHING = new Said(0, "", null);

    private Said next(String words, @Nullable Path saved) {
      return new Said(number + 1, words, saved);
    }
  }

  private final Consumer<Path> shownInFolder;
  private final ReadOnlyObjectWrapper<Said> undoable = new ReadOnlyObjectWrapper<>(Said.NOTHING);
  private final ReadOnlyObjectWrapper<Said> last = new ReadOnlyObjectWrapper<>(Said.NOTHING);

  /**
   * @param shownInFolder shows a file in its folder
   */
  StatusMessage(Consumer<Path> shownInFolder) {
    this.shownInFolder = shownInFolder;
  }

  ReadOnlyObjectProperty<Said> lastProperty() {
    return last.getReadOnlyProperty();
  }

  /** What was done that can be undone; without text once something else was done. */
  ReadOnlyObjectProperty<Said> undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Tells the user of something that can be undone by one key. */
  void sayUndoable(String text) {
    undoable.set(undoable.get().next(text, null));
  }

  /** Tells the user what happened by itself: what was done last can still be undone. */
  void announce(String text) {
    last.set(last.get().next(text, null));
  }

  /** Tells the user what was just done. */
  void say(String text) {
    say(text, null);
  }

  /**
   * The same.
   *
   * @param saved the file to which something was saved, and that can be shown; null: none
   */
  void say(String text, @Nullable Path saved) {
    undoable.set(undoable.get().next("", null));
    last.set(last.get().next(text, saved));
  }

  /** Shows what was saved in its folder. */
  void showInFolder() {
    Path file = last.get().file();
    if (file != null) {
      shownInFolder.accept(file);
    }
  }
}
