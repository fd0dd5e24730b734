package org.echolot.ui.main;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ObservableList;
import javafx.stage.Stage;
import org.echolot.fleet.CheckEnded;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerDraft;
import org.echolot.text.Escapes;
import org.echolot.ui.Dialogs;
import org.echolot.ui.action.Deed;
import org.echolot.ui.action.PeerAction;
import org.echolot.ui.checks.ChecksModel;
import org.echolot.ui.peers.GroupRow;
import org.echolot.ui.peers.Grouping;
import org.echolot.ui.peers.ListRow;
import org.echolot.ui.peers.PeerDrop;
import org.echolot.ui.peers.PeerEditor;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.peers.PeersModel;
import org.echolot.ui.peers.SeveralEditor;
import org.echolot.ui.peers.Undone;
import org.jspecify.annotations.Nullable;

/** Carries out what the user asks for in the list of peers. To be used on the FX thread. */
final class PeerCommands {

  private final Stage stage;
  private final PeersModel peers;
  private final ChecksModel checks;
  private final PeerTable table;
  private final PeerEditing editing;
  private final StatusMessage message;
  private final DoomedHistories histories;

  PeerCommands(Stage stage, WindowModels models, PeerTable table, PeerEditing editing) {
    this.stage = stage;
    this.peers = models.peers;
    this.checks = models.checks;
    this.table = table;
    this.editing = editing;
    this.message = models.message;
    this.histories = models.doomedHistories;
    table.onDrop(this::mayDrop, this::drop);
  }

  Deed deed(PeerAction action) {
    ObservableList<ListRow> selected = table.getSelectionModel().getSelectedItems();
    ReadOnlyBooleanProperty editable = peers.editableProperty();
    BooleanBinding one =
        Bindings.createBooleanBinding(() -> table.selectedRows().size() == 1, selected);
    BooleanBinding some =
        Bindings.createBooleanBinding(() -> !table.selectedRows().isEmpty(), selected);
    // A list that is sorted by a column has no place of its own for a peer.
    BooleanBinding inOrder = Bindings.isEmpty(table.getSortOrder());
    return switch (action) {
      case ADD -> Deed.when(editable, this::add);
      case EDIT -> Deed.when(some.and(editable), this::edit);
      case DUPLICATE -> Deed.when(one.and(editable), this::duplicate);
      case DELETE -> Deed.when(some.and(editable), this::delete);
      case UNDO ->
          Deed.when(peers.undoTextProperty().isNotEmpty().and(editable), () -> show(peers::undo));
      case REDO ->
          Deed.when(peers.redoTextProperty().isNotEmpty().and(editable), () -> show(peers::redo));
      case MOVE_UP -> Deed.when(some.and(editable).and(inOrder), () -> move(false));
      case MOVE_DOWN -> Deed.when(some.and(editable).and(inOrder), () -> move(true));
      case SELECT_ALL -> Deed.when(Bindings.isNotEmpty(peers.rows()), this::selectAll);
      case COPY -> Deed.always(table::copySelected);
      case ROW_MENU -> Deed.when(some, table::openMenu);
    };
  }

  private void add() {
    edited(PeerDraft.blank(), PeerEditing.Start.NAME)
        .ifPresent(
            edited -> {
              PeerRow row = peers.add(edited.peer());
              takeOver(row, edited.tested());
              show(List.of(row));
              message.sayUndoable("Added " + whose(List.of(row)) + ".");
            });
  }

  private void edit() {
    List<PeerRow> rows = table.selectedRows();
    if (rows.size() > 1) {
      editSeveral(rows);
    } else {
      edit(rows.getFirst(), PeerEditing.Start.NAME);
    }
    table.requestFocus();
  }

  private void editSeveral(List<PeerRow> rows) {
    List<Peer> selected = rows.stream().map(PeerRow::peer).toList();
    SeveralEditor.show(stage, selected, peers.book().callingAe().value())
        .ifPresent(
            edit -> {
              Map<PeerRow, Peer> edited = new LinkedHashMap<>();
              rows.forEach(row -> edited.put(row, edit.appliedTo(row.peer())));
              edited.forEach(
                  (row, peer) -> {
                    if (!peer.isReachedLike(row.peer())) {
                      checks.stop(row);
                    }
                  });
              peers.replace(edited);
              message.say(
                  "Changed " + whose(rows) + ". " + PeerAction.UNDO.keyText() + " undoes that.");
              message.sayUndoable("Changed " + whose(rows) + ".");
            });
  }

  /** Opens the editor for a peer at a field. */
  void edit(PeerRow row, PeerEditing.Start start) {
    edited(PeerDraft.editing(row.peer()), start)
        .ifPresent(
            edited -> {
              if (!edited.peer().isReachedLike(row.peer())) {
                checks.stop(row);
              }
              peers.replace(row, edited.peer());
              takeOver(row, edited.tested());
            });
  }

  /** What the check in the editor found is the last result of the peer that was saved. */
  private static void takeOver(PeerRow row, @Nullable CheckEnded tested) {
    if (tested != null && !row.isBusy()) {
      row.checkBegan(tested.conversationId());
      row.checkEnded(tested.result(), tested.recording(), tested.lastSuccess());
    }
  }

  private Optional<PeerEditor.Edited> edited(PeerDraft draft, PeerEditing.Start start) {
    return editing.edit(stage, draft, peers.book(), start);
  }

  private void duplicate() {
    List<PeerRow> copy = List.of(peers.duplicate(table.selectedRows().getFirst()));
    show(copy);
    message.sayUndoable("Added " + whose(copy) + ".");
  }

  private void delete() {
    List<PeerRow> doomed = table.selectedRows();
    doomed.forEach(checks::stop);
    int index = table.getItems().indexOf(doomed.getFirst());
    peers.delete(doomed);
    message.say(
        "Deleted "
            + peers.undoTextProperty().get()
            + ". "
            + PeerAction.UNDO.keyText()
            + (doomed.size() == 1 ? " restores it." : " restores them."));
    message.sayUndoable("Deleted " + peers.undoTextProperty().get() + ".");
    table.selectNear(index);
    if (histories.concerns(doomed) && new Dialogs(stage).askDeleteHistory(whose(doomed))) {
      histories.add(doomed);
    }
  }

  private static String whose(List<PeerRow> rows) {
    return rows.size() == 1
        ? Escapes.oneLine(rows.getFirst().peer().name())
        : rows.size() + " peers";
  }

  /** Shows what was undone or redone; checks of peers that are others now are stopped. */
  private void show(Supplier<Optional<Undone>> step) {
    int line = Math.max(0, table.getSelectionModel().getSelectedIndex());
    Optional<Undone> done = step.get();
    done.ifPresent(
        undone -> {
          undone.rows().forEach(checks::stop);
          undone.removed().forEach(checks::stop);
          if (undone.rows().isEmpty()) {
            table.selectNear(line);
            table.requestFocus();
          } else {
            show(undone.rows());
          }
          message.say(undone.text());
        });
  }

  /** Moves the selected peers past the one above or below, which must be in the same group. */
  private void move(boolean down) {
    List<PeerRow> moved = table.selectedRows();
    List<ListRow> lines = table.getItems();
    int beside = down ? lines.indexOf(moved.getLast()) + 1 : lines.indexOf(moved.getFirst()) - 1;
    if (beside >= 0 && beside < lines.size() && lines.get(beside) instanceof PeerRow row) {
      boolean _ = peers.move(moved, row, down, Map.of());
      table.select(moved);
    }
  }

  private boolean mayDrop(PeerDrop drop) {
    return peers.editableProperty().get() && drop.isPossible(grouping(), isSorted());
  }

  private boolean isSorted() {
    return !table.getSortOrder().isEmpty();
  }

  private Grouping grouping() {
    return peers.shown().groupingProperty().get();
  }

  /** A list that is sorted by a column has no place of its own for a peer, but groups. */
  private void drop(PeerDrop drop) {
    Map<PeerRow, Peer> edited = drop.edited(grouping());
    PeerRow beside = isSorted() ? null : drop.beside();
    if (peers.move(drop.peers(), beside, drop.after(), edited)) {
      String where = edited.isEmpty() ? "" : " to " + GroupRow.titleOf(drop.group(grouping()));
      message.sayUndoable("Moved " + whose(drop.peers()) + where + ".");
    }
    table.select(drop.peers());
    table.requestFocus();
  }

  private void selectAll() {
    table.getSelectionModel().selectAll();
    table.requestFocus();
  }

  /** Adds a peer that answers, or may answer, and echoes it at once. */
  void addAndEcho(Peer peer) {
    PeerRow row =
        peers.rows().stream()
            .filter(known -> known.peer().isReachedLike(peer))
            .findFirst()
            .orElseGet(() -> peers.add(peer.withName(peers.book().freeName(peer.name()))));
    show(List.of(row));
    checks.echo(List.of(row));
  }

  /** Selects what is new in the list, though the filter would hide it. */
  void show(List<PeerRow> rows) {
    if (!Set.copyOf(peers.shown().peersProperty().get()).containsAll(rows)) {
      peers.shown().filterProperty().set("");
    }
    table.select(rows);
    table.requestFocus();
  }
}
