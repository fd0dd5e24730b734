package org.echolot.ui.main;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser.ExtensionFilter;
import org.echolot.ticket.Evidence;
import org.echolot.ticket.TicketFormat;
import org.echolot.ui.TextClipboard;
import org.echolot.ui.peers.PeerRow;

/** What was found out about the selected peers, to be copied or saved for somebody else. */
final class Tickets {

  /** Asks for the file to save to. */
  interface SaveTarget {

    /**
     * @param filters the kinds of file to choose among
     * @return nothing where the user thinks better of it
     */
    Optional<Path> ask(String title, String proposedName, List<ExtensionFilter> filters);
  }

  private static final List<ExtensionFilter> TICKETS =
      List.of(
          new ExtensionFilter("With log and packet capture (*.zip)", "*.zip"),
          new ExtensionFilter("Plain text (*.txt)", "*.txt"),
          new ExtensionFilter("Markdown (*.md)", "*.md"));

  private static final List<ExtensionFilter> CAPTURES =
      List.of(new ExtensionFilter("Packet capture (*.pcapng)", "*.pcapng"));

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Supplier<List<PeerRow>> selected;
  private final TicketsModel model;
  private final SaveTarget saveTarget;

  /**
   * @param selected the peers that the user means
   */
  Tickets(Supplier<List<PeerRow>> selected, TicketsModel model, SaveTarget saveTarget) {
    this.selected = selected;
    this.model = model;
    this.saveTarget = saveTarget;
  }

  /** Copies the ticket of each peer's last check, one below the other, as far as there was one. */
  void copy() {
    model.copy(checks(), TextClipboard::copy);
  }

  /** The same in a format that is used from now on. */
  void copyAs(TicketFormat format) {
    model.formatProperty().set(format);
    copy();
  }

  /** Asks for a file and saves the same to it. */
  void save() {
    List<Evidence> checks = checks();
    if (checks.isEmpty()) {
      model.copy(checks, _ -> {});
      return;
    }
    saveTarget
        .ask("Save ticket", "echolot-" + nameOf(checks), TICKETS)
        .ifPresent(file -> model.save(checks, file));
  }

  /** Asks for a file and saves the PDUs to it. */
  void saveCapture() {
    List<Evidence> checks = checks();
    if (!model.lacksConnection(checks)) {
      saveTarget
          .ask("Save capture", "echolot-" + nameOf(checks), CAPTURES)
          .ifPresent(file -> model.saveCapture(checks, file));
    }
  }

  /** The peer's name would tell what may be to be hidden. */
  private static String nameOf(List<Evidence> checks) {
    return TIME.format(checks.getFirst().result().startedAt());
  }

  private List<Evidence> checks() {
    return selected.get().stream().map(PeerRow::evidence).filter(Objects::nonNull).toList();
  }

  /**
   * What can be chosen about tickets.
   *
   * @param place the beginning of the items' ids
   */
  List<MenuItem> menuItems(String place) {
    return List.of(
        copyItem(place, TicketFormat.TEXT),
        copyItem(place, TicketFormat.MARKDOWN),
        new SeparatorMenuItem(),
        hidesNamesItem(place));
  }

  private MenuItem copyItem(String place, TicketFormat format) {
    RadioMenuItem item = new RadioMenuItem("Copy as " + format.label());
    item.setId(place + "-copy-" + format.ending());
    model.formatProperty().subscribe(current -> item.setSelected(current == format));
    item.setOnAction(
        _ -> {
          // A click on the one that is chosen would take the choice away.
          item.setSelected(true);
          copyAs(format);
        });
    return item;
  }

  private MenuItem hidesNamesItem(String place) {
    CheckMenuItem item = new CheckMenuItem("Hide addresses and names");
    item.setId(place + "-hides-names");
    item.selectedProperty().bindBidirectional(model.hidesNamesProperty());
    return item;
  }
}
