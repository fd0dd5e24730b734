package org.echolot.ui.peers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;

/**
 * The list of peers, with what can be done to it. Each change is saved. View model: to be used on
 * the FX thread.
 */
public final class PeersModel {

  /** How many deletions can be undone. */
  private static final int MAX_UNDO = 50;

  /** A row that was deleted, and where it stood. */
  private record Deleted(int index, PeerRow row) {}

  private final PeerFile file;
  private final ObservableList<PeerRow> rows =
      FXCollections.observableArrayList(
          row -> new Observable[] {row.peerProperty(), row.statusProperty()});
  // A field, since a list that is made for a listener alone is collected, and its listener with it.
  private final ObservableList<PeerRow> readOnlyRows =
      FXCollections.unmodifiableObservableList(rows);
  private final FilteredList<PeerRow> visible = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper("");
  private final Deque<List<Deleted>> deletions = new ArrayDeque<>();
  private PeerBook book = PeerBook.EMPTY;

  public PeersModel(PeerFile file) {
    this.file = file;
    filter.subscribe(text -> visible.setPredicate(PeerFilter.of(text)));
    file.troubleProperty().subscribe(_ -> updateEditable());
    loaded.subscribe(_ -> updateEditable());
  }

  private void updateEditable() {
    editable.set(loaded.get() && file.isWritable());
  }

  /** All peers in the user's order. */
  public ObservableList<PeerRow> rows() {
    return readOnlyRows;
  }

  /** Those that the filter lets through. */
  public FilteredList<PeerRow> visibleRows() {
    return visible;
  }

  /** What the user looks for; blank for everything. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** Whether the file was read, so that an empty list means that there is no peer. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty editableProperty() {
    return editable.getReadOnlyProperty();
  }

  /** What undoing would bring back, for example {@code CT 1}; empty if there is nothing. */
  public ReadOnlyStringProperty undoTextProperty() {
    return undoText.getReadOnlyProperty();
  }

  public PeerBook book() {
    return book;
  }

  public PeerFile file() {
    return file;
  }

  /** The row of the peer with that name. */
  public Optional<PeerRow> find(String name) {
    return rows.stream().filter(row -> key(row.peer().name()).equals(key(name))).findFirst();
  }

  // Commands

  /**
   * Reads the file, and shows what it holds; rows of peers that did not change keep their state.
   * Until then nothing can be edited: a change to the old list would be saved over the new file.
   */
  public void load() {
    loaded.set(false);
    file.load(this::show);
  }

  private void show(PeerBook read) {
    Map<String, PeerRow> known = new HashMap<>();
    rows.forEach(row -> known.put(key(row.peer().name()), row));
    List<PeerRow> next = new ArrayList<>();
    for (Peer peer : read.peers()) {
      PeerRow row = known.get(key(peer.name()));
      if (row == null) {
        row = new PeerRow(peer);
      } else {
        row.edit(peer);
      }
      next.add(row);
    }
    book = read;
    rows.setAll(next);
    deletions.clear();
    updateUndoText();
    loaded.set(true);
  }

  /** Saves over what somebody else wrote. */
  public void saveAnyway() {
    file.saveAnyway(book);
  }

  /** Tries once more to save. */
  public void saveAgain() {
    file.save(book);
  }

  /** Adds a peer at the end. */
  public PeerRow add(Peer peer) {
    return insert(rows.size(), peer);
  }

  /** Adds a copy below the original, under a free name. */
  public PeerRow duplicate(PeerRow row) {
    Peer copy = row.peer().withName(book.freeName(row.peer().name()));
    return insert(rows.indexOf(row) + 1, copy);
  }

  private PeerRow insert(int index, Peer peer) {
    PeerRow row = new PeerRow(peer);
    change(book.withInserted(index, peer));
    rows.add(index, row);
    return row;
  }

  /** Puts an edited peer in the place of what it was. */
  public void replace(PeerRow row, Peer edited) {
    change(book.withReplaced(row.peer().name(), edited));
    row.edit(edited);
  }

  /** Deletes peers; {@link #undoDelete} brings them back, with what was known of them. */
  public void delete(List<PeerRow> doomed) {
    List<Deleted> deleted =
        doomed.stream()
            .map(row -> new Deleted(rows.indexOf(row), row))
            .filter(d -> d.index() >= 0)
            .sorted(Comparator.comparingInt(Deleted::index))
            .toList();
    if (deleted.isEmpty()) {
      return;
    }
    change(book.without(deleted.stream().map(d -> d.row().peer().name()).toList()));
    rows.removeAll(deleted.stream().map(Deleted::row).toList());
    deletions.push(deleted);
    if (deletions.size() > MAX_UNDO) {
      deletions.removeLast();
    }
    updateUndoText();
  }

  /**
   * Brings back what was deleted last, where it stood.
   *
   * @return the rows that are back; empty if there was nothing to undo
   */
  public List<PeerRow> undoDelete() {
    if (deletions.isEmpty()) {
      return List.of();
    }
    List<PeerRow> back = new ArrayList<>();
    for (Deleted deleted : deletions.pop()) {
      int index = Math.min(deleted.index(), rows.size());
      PeerRow row = deleted.row();
      // The name may have been given to another peer since.
      row.edit(row.peer().withName(book.freeName(row.peer().name())));
      book = book.withInserted(index, row.peer());
      rows.add(index, row);
      back.add(row);
    }
    file.save(book);
    updateUndoText();
    return back;
  }

  /**
   * The AE title to come as where a peer has none of its own; what such peers said to another one
   * no longer holds.
   */
  public void setCallingAe(AeTitle callingAe) {
    if (callingAe.equals(book.callingAe())) {
      return;
    }
    change(book.withCallingAe(callingAe));
    rows.stream().filter(row -> row.peer().callingAe() == null).forEach(PeerRow::forget);
  }

  private void change(PeerBook next) {
    book = next;
    file.save(next);
  }

  private void updateUndoText() {
    List<Deleted> last = deletions.peek();
    if (last == null) {
      undoText.set("");
    } else if (last.size() == 1) {
      undoText.set(last.getFirst().row().peer().name());
    } else {
      undoText.set(last.size() + " peers");
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
