package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ObservableList;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.ui.peers.Changes.Change;
import org.echolot.ui.peers.Changes.Change.Edit;
import org.echolot.ui.peers.Changes.Deleted;

/** Takes one change to the list of peers back: in its rows, and in a book. On the FX thread. */
final class Undo {

  private final ObservableList<PeerRow> rows;
  private PeerBook book;

  /**
   * @param rows are changed
   */
  Undo(PeerBook book, ObservableList<PeerRow> rows) {
    this.book = book;
    this.rows = rows;
  }

  /** The book after it. */
  PeerBook book() {
    return book;
  }

  Undone of(Change change) {
    String subject = Changes.textOf(change);
    return switch (change) {
      case Change.Deletion(var deleted) ->
          new Undone(bringBack(deleted), List.of(), "Restored " + subject + ".");
      case Change.Edits(var edited) -> {
        restore(edited);
        List<PeerRow> restored = edited.stream().map(Edit::row).toList();
        yield new Undone(restored, List.of(), "Undid the change to " + subject + ".");
      }
      case Change.Move(var moved, var before, var edited) -> {
        restore(edited);
        order(before);
        yield new Undone(
            moved.stream().filter(rows::contains).toList(), List.of(), "Put " + subject + " back.");
      }
      case Change.Addition(var row) -> {
        book = book.without(List.of(row.id()));
        rows.remove(row);
        yield new Undone(List.of(), List.of(row), "Removed " + subject + " again.");
      }
      case Change.Import imported -> {
        book = book.without(imported.added().stream().map(PeerRow::id).toList());
        rows.removeAll(Set.copyOf(imported.added()));
        restore(imported.editsOf(rows));
        yield imported.undone(rows);
      }
    };
  }

  private List<PeerRow> bringBack(List<Deleted> deletion) {
    List<PeerRow> back = new ArrayList<>();
    for (Deleted deleted : deletion) {
      int index = Math.min(deleted.index(), rows.size());
      PeerRow row = deleted.row();
      // The name may have been given to another peer since.
      row.edit(row.peer().withName(book.freeName(row.peer().name())));
      book = book.withInserted(index, row.peer());
      rows.add(index, row);
      back.add(row);
    }
    return back;
  }

  private void restore(List<Edit> edited) {
    edited.stream()
        .filter(edit -> rows.contains(edit.row()))
        .forEach(edit -> restore(edit.row(), edit.before()));
  }

  private void restore(PeerRow row, Peer before) {
    // Its old name may have been given to another peer since.
    boolean free =
        book.find(before.name()).map(Peer::id).filter(id -> !id.equals(row.id())).isEmpty();
    Peer restored = free ? before : before.withName(row.peer().name());
    book = book.withReplaced(restored);
    row.edit(restored);
  }

  private void order(List<UUID> before) {
    book = book.withOrder(before);
    Map<UUID, Integer> places = new HashMap<>();
    book.peers().forEach(peer -> places.put(peer.id(), places.size()));
    List<PeerRow> ordered = new ArrayList<>(rows);
    ordered.sort(Comparator.comparing(row -> places.getOrDefault(row.id(), Integer.MAX_VALUE)));
    rows.setAll(ordered);
  }
}
