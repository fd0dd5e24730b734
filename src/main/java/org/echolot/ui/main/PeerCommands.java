package org.echolot.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerDraft;
import org.echolot.ui.console.ConsolePane;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.peers.PeersModel;

/** Carries out what the user asks for in the window. */
final class PeerCommands implements WindowActions.Doer {

  private final Stage stage;
  private final PeersModel peers;
  private final ChecksModel checks;
  private final PeerTable table;
  private final FilterField filter;
  private final ConsolePane console;
  private final Tickets tickets;
  private final PeerEditing editing;
  private final Consumer<String> say;
  private final Dialogs dialogs;

  /**
   * @param say tells the user what was done
   */
  PeerCommands(
      Stage stage,
      PeersModel peers,
      ChecksModel checks,
      PeerTable table,
      FilterField filter,
      ConsolePane console,
      Tickets tickets,
      PeerEditing editing,
      Consumer<String> say) {
    this.stage = stage;
    this.peers = peers;
    this.checks = checks;
    this.table = table;
    this.filter = filter;
    this.console = console;
    this.tickets = tickets;
    this.editing = editing;
    this.say = say;
    this.dialogs = new Dialogs(stage);
  }

  @Override
  public void echoSelected() {
    checks.echo(table.selectedRows());
  }

  @Override
  public void echoAll() {
    checks.echo(List.copyOf(table.getItems()));
  }

  @Override
  public void stop() {
    checks.stop();
  }

  @Override
  public void add() {
    edited(PeerDraft.blank()).ifPresent(peer -> show(List.of(peers.add(peer))));
  }

  @Override
  public void edit() {
    PeerRow row = table.selectedRows().getFirst();
    edited(PeerDraft.editing(row.peer()))
        .ifPresent(
            peer -> {
              if (!peer.isReachedLike(row.peer())) {
                checks.stop(row);
              }
              peers.replace(row, peer);
            });
    table.requestFocus();
  }

  private Optional<Peer> edited(PeerDraft draft) {
    return editing.edit(stage, draft, peers.book());
  }

  @Override
  public void duplicate() {
    show(List.of(peers.duplicate(table.selectedRows().getFirst())));
  }

  @Override
  public void delete() {
    List<PeerRow> doomed = table.selectedRows();
    doomed.forEach(checks::stop);
    int index = table.getSelectionModel().getSelectedIndex();
    peers.delete(doomed);
    say.accept("Deleted " + peers.undoTextProperty().get() + ". Ctrl+Z brings it back.");
    int next = Math.min(index, table.getItems().size() - 1);
    table.getSelectionModel().clearSelection();
    if (next >= 0) {
      table.getSelectionModel().select(next);
    }
  }

  @Override
  public void undo() {
    peers
        .undo()
        .ifPresent(
            undone -> {
              undone.rows().forEach(checks::stop);
              show(undone.rows());
              say.accept(undone.text());
            });
  }

  @Override
  public void selectAll() {
    table.getSelectionModel().selectAll();
    table.requestFocus();
  }

  @Override
  public void chooseCallingAe() {
    Optional<AeTitle> chosen = dialogs.askCallingAe(peers.book().callingAe());
    chosen.ifPresent(peers::setCallingAe);
  }

  @Override
  public void focusFilter() {
    filter.enter();
  }

  @Override
  public void focusFind() {
    console.focusFind();
  }

  @Override
  public void copyForTicket() {
    tickets.copy();
  }

  @Override
  public void saveTicket() {
    tickets.save();
  }

  @Override
  public void saveCapture() {
    tickets.saveCapture();
  }

  @Override
  public void quit() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
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
  private void show(List<PeerRow> rows) {
    if (!peers.visibleRows().containsAll(rows)) {
      peers.filterProperty().set("");
    }
    table.select(rows);
    table.requestFocus();
  }
}
