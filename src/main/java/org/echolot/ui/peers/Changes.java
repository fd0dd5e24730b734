package org.echolot.ui.peers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.echolot.peers.Peer;
import org.jspecify.annotations.Nullable;

/** What was done to the list of peers and can be undone, the last first. On the FX thread. */
final class Changes {

  /** How many changes can be undone. */
  private static final int MOST = 50;

  /** A change that can be undone. */
  sealed interface Change {

    /** Peers were deleted, each from its place, the first place first. */
    record Deletion(List<Deleted> rows) implements Change {}

    /** A peer was edited. */
    record Edit(PeerRow row, Peer before) implements Change {}
  }

  /** A row that was deleted, and where it stood. */
  record Deleted(int index, PeerRow row) {}

  private final Deque<Change> changes = new ArrayDeque<>();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  /** What undoing concerns, for example {@code CT 1}; empty if there is nothing to undo. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  void add(Change change) {
    changes.push(change);
    if (changes.size() > MOST) {
      changes.removeLast();
    }
    updateText();
  }

  /** The last change, which is forgotten; null if there is none. */
  @Nullable Change takeLast() {
    Change last = changes.poll();
    updateText();
    return last;
  }

  void clear() {
    changes.clear();
    updateText();
  }

  /** Forgets the edits of some rows. */
  void forgetEdits(Predicate<PeerRow> which) {
    changes.removeIf(
        change -> change instanceof Change.Edit(PeerRow row, Peer _) && which.test(row));
    updateText();
  }

  private void updateText() {
    Change last = changes.peek();
    text.set(last == null ? "" : textOf(last));
  }

  /** What a change concerns. */
  static String textOf(Change change) {
    return switch (change) {
      case Change.Edit edit -> edit.row().peer().name();
      case Change.Deletion(var deleted) ->
          deleted.size() == 1 ? deleted.getFirst().row().peer().name() : deleted.size() + " peers";
    };
  }
}
