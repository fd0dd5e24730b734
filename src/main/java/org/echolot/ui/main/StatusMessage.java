package org.echolot.ui.main;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the user was told last, in a sentence. To be used on the FX thread. */
final class StatusMessage {

  /**
   * Something that was told.
   *
   * @param number tells it from the same said again
   */
  record Said(long number, String text) {}

  private final ReadOnlyObjectWrapper<Said> undoable = new ReadOnlyObjectWrapper<>(new Said(0, ""));
  private final ReadOnlyObjectWrapper<Said> last = new ReadOnlyObjectWrapper<>(new Said(0, ""));

  ReadOnlyObjectProperty<Said> lastProperty() {
    return last.getReadOnlyProperty();
  }

  /** What was done that can be undone; without text once something else was done. */
  ReadOnlyObjectProperty<Said> undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** Tells the user of something that can be undone by one key. */
  void sayUndoable(String text) {
    undoable.set(new Said(undoable.get().number() + 1, text));
  }

  /** Tells the user what happened by itself: what was done last can still be undone. */
  void announce(String text) {
    last.set(new Said(last.get().number() + 1, text));
  }

  /** Tells the user what was just done. */
  void say(String text) {
    undoable.set(new Said(undoable.get().number() + 1, ""));
    last.set(new Said(last.get().number() + 1, text));
  }
}
