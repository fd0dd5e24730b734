package org.echolot.ui.ticket;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.stage.FileChooser.ExtensionFilter;
import org.echolot.check.CheckResult;
import org.echolot.files.FileName;
import org.echolot.ticket.Evidence;
import org.echolot.ticket.TicketFormat;
import org.echolot.ui.Dialogs;
import org.echolot.ui.TextClipboard;
import org.echolot.ui.action.Deed;
import org.echolot.ui.action.Place;
import org.echolot.ui.action.TicketAction;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerTable;

/** What was found out about the selected peers, to be copied or saved for somebody else. */
public final class TicketCommands {

  private static final List<ExtensionFilter> TICKETS =
      List.of(
          new ExtensionFilter("With log and packet capture (*.zip)", "*.zip"),
          new ExtensionFilter("Plain text (*.txt)", "*.txt"),
          new ExtensionFilter("Markdown (*.md)", "*.md"));

  private static final List<ExtensionFilter> CAPTURES =
      List.of(new ExtensionFilter("Packet capture (*.pcapng)", "*.pcapng"));

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final PeerTable table;
  private final TicketsModel model;
  private final Dialogs dialogs;

  /**
   * @param table its selected peers are meant
   * @param dialogs ask for the file to save to
   */
  public TicketCommands(PeerTable table, TicketsModel model, Dialogs dialogs) {
    this.table = table;
    this.model = model;
    this.dialogs = dialogs;
  }

  /** What an action does. */
  public Deed deed(TicketAction action) {
    ObservableValue<Boolean> some =
        Bindings.isNotEmpty(table.getSelectionModel().getSelectedItems());
    return switch (action) {
      case COPY -> Deed.when(some, this::copy);
      case TICKETS -> new Deed.Opens(Place.TICKETS_MENU);
      case COPY_AS_TEXT -> copyAs(TicketFormat.TEXT);
      case COPY_AS_MARKDOWN -> copyAs(TicketFormat.MARKDOWN);
      case HIDES_NAMES -> new Deed.Toggle(model.hidesNamesProperty());
      case SAVE -> Deed.when(some, this::save);
      case SAVE_CAPTURE -> Deed.when(some, this::saveCapture);
    };
  }

  /** Copies the ticket of each peer's last check, one below the other, as far as there was one. */
  public void copy() {
    model.copy(checks(), TextClipboard::copy);
  }

  /** The same in a format that is used from now on. */
  private Deed copyAs(TicketFormat format) {
    return new Deed.Marked(
        true,
        model.formatProperty().isEqualTo(format),
        () -> {
          model.formatProperty().set(format);
          copy();
        });
  }

  /** Asks for a file and saves the same to it. */
  private void save() {
    List<Evidence> checks = checks();
    if (checks.isEmpty()) {
      model.copy(checks, _ -> {});
      return;
    }
    dialogs
        .askSaveTarget("Save ticket", nameOf(checks), TICKETS)
        .ifPresent(file -> model.save(checks, file));
  }

  /** Asks for a file and saves the PDUs to it. */
  private void saveCapture() {
    List<Evidence> checks = checks();
    if (!model.lacksConnection(checks)) {
      dialogs
          .askSaveTarget("Save capture", nameOf(checks), CAPTURES)
          .ifPresent(file -> model.saveCapture(checks, file));
    }
  }

  /**
   * What of, how it ended, and when; where names are to be hidden, or of several peers, only the
   * last.
   */
  private String nameOf(List<Evidence> checks) {
    CheckResult result = checks.getFirst().result();
    String time = TIME.format(result.startedAt());
    if (checks.size() > 1 || model.hidesNamesProperty().get()) {
      return "echolot-" + time;
    }
    String end = result.cause() == null ? result.outcome().name() : result.cause().name();
    return FileName.of(result.request().name()) + "_" + end + "_" + time;
  }

  private List<Evidence> checks() {
    return table.selectedRows().stream().map(PeerRow::evidence).filter(Objects::nonNull).toList();
  }
}
