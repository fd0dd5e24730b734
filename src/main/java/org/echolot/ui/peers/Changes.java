package org.echolot.ui.peers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;

/** What was done to the list of peers and can be undone, the last first. On the FX thread. */
final class Changes {

  /** How many changes can be undone. */
  private static final int MOST = 50;

  /** A change that can be undone. */
  sealed interface Change {

    /** Peers were deleted, each from its place, the first place first. */
    record Deletion(List<Deleted> rows) implements Change {

      /** Of those of {@code doomed} that are in {@code rows}. */
      static Deletion of(List<PeerRow> doomed, List<PeerRow> rows) {
        return new Deletion(
            doomed.stream()
                .map(row -> new Deleted(rows.indexOf(row), row))
                .filter(d -> d.index() >= 0)
                .sorted(Comparator.comparingInt(Deleted::index))
                .toList());
      }

      /** What is deleted. */
      List<PeerRow> doomed() {
        return rows.stream().map(Deleted::row).toList();
      }
    }

    /** What a peer was before it was edited. */
    record Edit(PeerRow row, Peer before) {}

    /** Peers were edited, one or several in one step. */
    record Edits(List<Edit> edited) implements Change {

      /** Edits those rows that are to be otherwise. */
      static Edits of(Map<PeerRow, Peer> wanted) {
        List<Edit> edited = new ArrayList<>();
        wanted.forEach(
            (row, peer) -> {
              if (!row.peer().equals(peer)) {
                edited.add(new Edit(row, row.peer()));
                row.edit(peer);
              }
            });
        return new Edits(edited);
      }
    }

    /**
     * Peers were put elsewhere, some of them into another group.
     *
     * @param before the IDs of all peers in the order that they had
     */
    record Move(List<PeerRow> moved, List<UUID> before, List<Edit> edited) implements Change {}

    /** A peer was added, by hand or as a copy. */
    record Addition(PeerRow row) implements Change {}

    /** Peers were added and edited in one step. */
    record Import(List<PeerRow> added, List<Edit> edited) implements Change {

      /**
       * What is in a book and not in the rows: rows that exist are edited, the others made.
       *
       * @param newRow makes one, and puts it nowhere
       */
      static Import of(PeerBook book, List<PeerRow> rows, Function<Peer, PeerRow> newRow) {
        Map<UUID, PeerRow> known = new HashMap<>();
        rows.forEach(row -> known.put(row.id(), row));
        List<PeerRow> added = new ArrayList<>();
        List<Edit> edited = new ArrayList<>();
        for (Peer peer : book.peers()) {
          PeerRow row = known.get(peer.id());
          if (row == null) {
            added.add(newRow.apply(peer));
          } else if (!row.peer().equals(peer)) {
            edited.add(new Edit(row, row.peer()));
            row.edit(peer);
          }
        }
        return new Import(added, edited);
      }

      /** All rows that it concerns. */
      List<PeerRow> rows() {
        return Stream.concat(edited.stream().map(Edit::row), added.stream()).toList();
      }

      /** The edits of those rows that are still there. */
      List<Edit> editsOf(List<PeerRow> there) {
        return edited.stream().filter(edit -> there.contains(edit.row())).toList();
      }

      /** What undoing it took back. */
      Undone undone(List<PeerRow> there) {
        return new Undone(
            editsOf(there).stream().map(Edit::row).toList(), added, "Undid " + textOf(this) + ".");
      }

      private Import withoutEdits(Predicate<PeerRow> which) {
        return new Import(added, edited.stream().filter(edit -> !which.test(edit.row())).toList());
      }
    }
  }

  /** A row that was deleted, and where it stood. */
  record Deleted(int index, PeerRow row) {}

  /**
   * A step back or forward.
   *
   * @param book what the book is now
   */
  record Stepped(PeerBook book, Undone undone) {}

  /** What was undone, and how all was before that. */
  private record Redo(Change change, PeerBook book, List<PeerRow> rows) {}

  private final Deque<Change> changes = new ArrayDeque<>();
  private final Deque<Redo> redos = new ArrayDeque<>();
  private final ReadOnlyStringWrapper redoText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  /** What undoing concerns, for example {@code CT 1}; empty if there is nothing to undo. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** What redoing concerns; empty if there is nothing to redo. */
  ReadOnlyStringProperty redoTextProperty() {
    return redoText.getReadOnlyProperty();
  }

  void add(Change change) {
    redos.clear();
    put(change);
  }

  private void put(Change change) {
    changes.push(change);
    if (changes.size() > MOST) {
      changes.removeLast();
    }
    updateText();
  }

  /** Something was done that can't be undone: what was undone before can't be redone after it. */
  void forgetRedo() {
    redos.clear();
    updateText();
  }

  /** Takes the last change back, in {@code rows} and in the book. */
  Optional<Stepped> undo(PeerBook book, ObservableList<PeerRow> rows) {
    Change last = changes.poll();
    if (last == null) {
      return Optional.empty();
    }
    redos.push(new Redo(last, book, List.copyOf(rows)));
    Undo undo = new Undo(book, rows);
    Undone undone = undo.of(last);
    updateText();
    return Optional.of(new Stepped(undo.book(), undone));
  }

  /** Makes all as it was before the last {@link #undo}. */
  Optional<Stepped> redo(ObservableList<PeerRow> rows) {
    Redo redo = redos.poll();
    if (redo == null) {
      return Optional.empty();
    }
    List<PeerRow> removed = rows.stream().filter(row -> !redo.rows().contains(row)).toList();
    Map<UUID, Peer> peers = new HashMap<>();
    redo.book().peers().forEach(peer -> peers.put(peer.id(), peer));
    redo.rows().forEach(row -> row.edit(peers.getOrDefault(row.id(), row.peer())));
    rows.setAll(redo.rows());
    put(redo.change());
    List<PeerRow> concerned = rowsOf(redo.change()).stream().filter(rows::contains).toList();
    return Optional.of(
        new Stepped(
            redo.book(),
            new Undone(
                concerned, removed, "Did the change to " + textOf(redo.change()) + " again.")));
  }

  private static List<PeerRow> rowsOf(Change change) {
    return switch (change) {
      case Change.Deletion deletion -> deletion.doomed();
      case Change.Edits(var edited) -> edited.stream().map(Change.Edit::row).toList();
      case Change.Move(var moved, _, _) -> moved;
      case Change.Addition(var row) -> List.of(row);
      case Change.Import imported -> imported.rows();
    };
  }

  void clear() {
    redos.clear();
    changes.clear();
    updateText();
  }

  /**
   * Forgets what somebody else overtook: to undo an edit must not undo what the other did to the
   * same peer since.
   *
   * @param before what the book was
   * @param now the rows with what the other did
   */
  void forgetEdits(PeerBook before, List<PeerRow> now) {
    Map<UUID, Peer> had = new HashMap<>();
    before.peers().forEach(peer -> had.put(peer.id(), peer));
    Set<PeerRow> there = Set.copyOf(now);
    forgetEdits(row -> !there.contains(row) || !row.peer().equals(had.get(row.id())));
  }

  private void forgetEdits(Predicate<PeerRow> which) {
    List<Change> kept =
        changes.stream()
            .map(
                change ->
                    switch (change) {
                      case Change.Import imported -> imported.withoutEdits(which);
                      case Change.Edits(var edited) ->
                          new Change.Edits(
                              edited.stream().filter(edit -> !which.test(edit.row())).toList());
                      case Change.Move(var moved, var before, var edited) ->
                          new Change.Move(
                              moved,
                              before,
                              edited.stream().filter(edit -> !which.test(edit.row())).toList());
                      case Change.Deletion _, Change.Addition _ -> change;
                    })
            .filter(
                change ->
                    switch (change) {
                      case Change.Edits(var edited) -> !edited.isEmpty();
                      case Change.Addition(var row) -> !which.test(row);
                      case Change.Deletion _, Change.Move _, Change.Import _ -> true;
                    })
            .toList();
    redos.clear();
    changes.clear();
    changes.addAll(kept);
    updateText();
  }

  private void updateText() {
    Change last = changes.peek();
    text.set(last == null ? "" : textOf(last));
    Redo next = redos.peek();
    redoText.set(next == null ? "" : textOf(next.change()));
  }

  /** What a change concerns. */
  static String textOf(Change change) {
    return switch (change) {
      case Change.Edits(var edited) ->
          edited.size() == 1 ? edited.getFirst().row().peer().name() : edited.size() + " peers";
      case Change.Move(var moved, _, _) ->
          moved.size() == 1 ? moved.getFirst().peer().name() : moved.size() + " peers";
      case Change.Deletion(var deleted) ->
          deleted.size() == 1 ? deleted.getFirst().row().peer().name() : deleted.size() + " peers";
      case Change.Addition(var row) -> row.peer().name();
      case Change.Import imported -> {
        int count = imported.rows().size();
        yield "the import of " + (count == 1 ? "1 peer" : count + " peers");
      }
    };
  }
}
