package org.echolot.ui.peers;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.history.ResultBrief;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeersMerge;
import org.echolot.ui.peers.Changes.Change;
import org.jspecify.annotations.Nullable;

/**
 * The list of peers, with what can be done to it. Each change is saved. View model: to be used on
 * the FX thread.
 */
public final class PeersModel {

  private final PeerFile file;
  private final ObservableList<PeerRow> rows =
      FXCollections.observableArrayList(row -> new Observable[] {row.peerProperty()});
  // A field, since a list that is made for a listener alone is collected, and its listener with it.
  private final ObservableList<PeerRow> readOnlyRows =
      FXCollections.unmodifiableObservableList(rows);
  private final ShownPeersModel shown;
  private final PeerCounting counting;
  private final WorsePeers worse = new WorsePeers();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(false);
  private final Changes changes = new Changes();
  private PeerBook book = PeerBook.EMPTY;

  /** A model that follows each result at once. */
  public PeersModel(PeerFile file) {
    this(file, Runnable::run);
  }

  /**
   * @param pace runs what it is given a few times a second at most: counts, order and filter follow
   *     results by it
   */
  public PeersModel(PeerFile file, Executor pace) {
    this.file = file;
    shown = new ShownPeersModel(rows, pace, worse);
    counting = new PeerCounting(pace);
    counting.countsProperty().subscribe(_ -> worse.recount(rows));
    worse.countProperty().subscribe((_, _) -> shown.resultCame());
    rows.addListener((InvalidationListener) _ -> shown.update());
    editable.bind(
        loaded.and(Bindings.createBooleanBinding(file::isWritable, file.troubleProperty())));
    file.onNews(this::take);
  }

  /** All peers in the user's order. */
  public ObservableList<PeerRow> rows() {
    return readOnlyRows;
  }

  /** What of them the list shows. */
  public ShownPeersModel shown() {
    return shown;
  }

  /** How they stand. */
  public ReadOnlyObjectProperty<PeerCounts> countsProperty() {
    return counting.countsProperty();
  }

  /** Whether the file was read, so that an empty list means that there is no peer. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty editableProperty() {
    return editable.getReadOnlyProperty();
  }

  /** What undoing concerns, for example {@code CT 1}; empty if there is nothing to undo. */
  public ReadOnlyStringProperty undoTextProperty() {
    return changes.textProperty();
  }

  /** What redoing concerns; empty if there is nothing to redo. */
  public ReadOnlyStringProperty redoTextProperty() {
    return changes.redoTextProperty();
  }

  public PeerBook book() {
    return book;
  }

  public PeerFile file() {
    return file;
  }

  /**
   * Reads the file, and shows what it holds; a peer that was there before keeps its row, whatever
   * its name is now. Until then nothing can be edited: a change to the old list would be saved over
   * the new file.
   */
  public void load() {
    load(Duration.ZERO);
  }

  /** The same, and waits a moment for the file: a window is shown with its list. */
  public void load(Duration patience) {
    loaded.set(false);
    file.load(book, this::showRead, patience);
  }

  /**
   * Shows what somebody else did to the file together with what was done here since. Where that
   * does not go together it stays as it is here, and the next save says so.
   */
  private boolean take(PeerBook before, PeerBook inFile) {
    PeersMerge merge = new PeersMerge(before, book, inFile);
    if (!loaded.get() || merge.collides()) {
      return false;
    }
    PeerBook had = book;
    show(merge.book());
    changes.forgetEdits(had, rows);
    return true;
  }

  private void showRead(PeerBook read) {
    show(read);
    changes.clear();
    loaded.set(true);
  }

  private void show(PeerBook read) {
    List<PeerRow> next = KnownRows.of(read, rows, this::newRow);
    book = read;
    rows.setAll(next);
    counting.recount(rows);
  }

  /** Shows what is known of peers from before this session, by their IDs. */
  public void showBefore(Map<UUID, List<ResultBrief>> known) {
    rows.stream()
        .filter(row -> row.beforeProperty().get() == null)
        .forEach(row -> row.showBefore(known.getOrDefault(row.id(), List.of())));
    worse.recount(rows);
  }

  /** Which peers stand worse than a day ago. */
  public WorsePeers worse() {
    return worse;
  }

  /** Takes in the last result of each peer that is at least a day old, by their IDs. */
  public void showDayAgo(Map<UUID, ResultBrief> results) {
    worse.know(results, rows);
  }

  /** Saves over what somebody else wrote. */
  public void saveAnyway() {
    file.saveAnyway(book);
  }

  /** Tries once more to save. */
  public void saveAgain() {
    file.save(book);
  }

  /** Adds a peer at the end; {@link #undo} removes it. */
  public PeerRow add(Peer peer) {
    return insert(rows.size(), peer);
  }

  /** Adds a copy below the original, under a free name; {@link #undo} removes it. */
  public PeerRow duplicate(PeerRow row) {
    Peer copy = row.peer().copy(book.freeName(row.peer().name()));
    return insert(rows.indexOf(row) + 1, copy);
  }

  /**
   * Moves peers to before another one, or after it, and edits some of them; {@link #undo} takes all
   * of it back.
   *
   * @param beside null: they stay where they are
   * @param edited what becomes of those that are to be otherwise
   * @return whether anything changed
   */
  public boolean move(
      List<PeerRow> moved, @Nullable PeerRow beside, boolean after, Map<PeerRow, Peer> edited) {
    List<UUID> before = rows.stream().map(PeerRow::id).toList();
    List<Change.Edit> done = Change.Edits.of(edited).edited();
    PeerBook next = with(done.stream().map(edit -> edit.row().peer()).toList());
    if (beside != null) {
      next = next.withMoved(moved.stream().map(PeerRow::id).toList(), beside.id(), after);
    }
    if (next.equals(book)) {
      return false;
    }
    show(next);
    changes.add(new Change.Move(moved, before, done));
    file.save(book);
    return true;
  }

  private PeerBook with(Collection<Peer> edited) {
    PeerBook next = book;
    for (Peer peer : edited) {
      next = next.withReplaced(peer);
    }
    return next;
  }

  private PeerRow insert(int index, Peer peer) {
    PeerRow row = newRow(peer);
    book = book.withInserted(index, peer);
    rows.add(index, row);
    changes.add(new Change.Addition(row));
    counting.recount(rows);
    file.save(book);
    return row;
  }

  private PeerRow newRow(Peer peer) {
    PeerRow row = new PeerRow(peer);
    row.verdictProperty().subscribe((before, after) -> counting.changed(before, after));
    row.verdictProperty().subscribe((_, _) -> shown.resultCame());
    row.lastResultProperty().subscribe((_, _) -> shown.resultCame());
    return row;
  }

  /**
   * Puts an edited peer in the place of what it was; {@link #undo} takes that back.
   *
   * @throws IllegalArgumentException if it is not the row's peer, by its ID
   */
  public void replace(PeerRow row, Peer edited) {
    replace(Map.of(row, edited));
  }

  /** The same for several peers; one {@link #undo} takes all of it back. */
  public void replace(Map<PeerRow, Peer> edited) {
    PeerBook next = with(edited.values());
    Change.Edits done = Change.Edits.of(edited);
    if (!done.edited().isEmpty()) {
      book = next;
      changes.add(done);
      file.save(book);
    }
  }

  /**
   * Goes on with what an import made of the book, in one step; {@link #undo} takes that back.
   *
   * @return the rows that are new or changed
   */
  public List<PeerRow> take(PeerBook imported) {
    Change.Import done = Change.Import.of(imported, rows, this::newRow);
    if (!done.rows().isEmpty()) {
      book = imported;
      rows.addAll(done.added());
      counting.recount(rows);
      changes.add(done);
      file.save(book);
    }
    return done.rows();
  }

  /** Deletes peers; {@link #undo} brings them back, with what was known of them. */
  public void delete(List<PeerRow> doomed) {
    Change.Deletion deletion = Change.Deletion.of(doomed, rows);
    if (deletion.rows().isEmpty()) {
      return;
    }
    book = book.without(deletion.doomed().stream().map(PeerRow::id).toList());
    rows.removeAll(Set.copyOf(deletion.doomed()));
    counting.recount(rows);
    changes.add(deletion);
    file.save(book);
  }

  /** Takes back the last change, of any kind; empty if there was nothing to undo. */
  public Optional<Undone> undo() {
    return stepped(changes.undo(book, rows));
  }

  /** Does again what was undone last; empty if nothing was, or something else was done since. */
  public Optional<Undone> redo() {
    return stepped(changes.redo(rows));
  }

  private Optional<Undone> stepped(Optional<Changes.Stepped> done) {
    done.ifPresent(
        step -> {
          book = step.book();
          counting.recount(rows);
          file.save(book);
        });
    return done.map(Changes.Stepped::undone);
  }

  /**
   * The AE title to come as where a peer has none of its own; what such peers said to another one
   * no longer holds.
   */
  public void setCallingAe(AeTitle callingAe) {
    if (callingAe.equals(book.callingAe())) {
      return;
    }
    book = book.withCallingAe(callingAe);
    changes.forgetRedo();
    rows.stream().filter(row -> row.peer().callingAe() == null).forEach(PeerRow::forget);
    file.save(book);
  }
}
