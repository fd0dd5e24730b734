package org.echolot.ui.console;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.echolot.journal.JournalLine;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.TextClipboard;
import org.jspecify.annotations.Nullable;

/** What happens on the wire, as it happens. */
public final class ConsolePane extends VBox {

  private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");

  private final ConsoleModel model;
  private final Function<Window, Optional<Path>> saveTarget;
  private final ConsoleList list;
  private final FindBar find;
  private final Runnable copyForTicket;

  /**
   * @param copyForTicket copies what to write in the ticket
   */
  public ConsolePane(ConsoleModel model, Runnable copyForTicket) {
    this(model, copyForTicket, ConsolePane::askForFile);
  }

  /**
   * @param saveTarget asks where to save to; nothing where the user thinks better of it
   */
  ConsolePane(
      ConsoleModel model, Runnable copyForTicket, Function<Window, Optional<Path>> saveTarget) {
    this.model = model;
    this.copyForTicket = copyForTicket;
    this.saveTarget = saveTarget;
    list = new ConsoleList(model);
    find = new FindBar(model.finder(), list);
    getStyleClass().add("console");
    getStylesheets().add(Stylesheets.of(ConsolePane.class, "console.css"));
    VBox.setVgrow(list, Priority.ALWAYS);
    ConsoleToolbar toolbar =
        new ConsoleToolbar(
            model, find, new ConsoleToolbar.Actions(this::copy, copyForTicket, this::save));
    getChildren().addAll(toolbar, new NoticeBar(model), list);
    list.setContextMenu(contextMenu());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressedInList);
    addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  /** Puts the keyboard into the find field. */
  public void focusFind() {
    find.focusField();
  }

  /** Copies the selected lines, or all that are shown where none is selected. */
  public void copy() {
    List<JournalLine> selected = list.selectedLines();
    model.text(selected.isEmpty() ? model.rows() : selected, TextClipboard::copy);
  }

  /** Asks for a file and saves what is shown to it. */
  public void save() {
    saveTarget.apply(getScene().getWindow()).ifPresent(model::save);
  }

  private void keyPressedInList(KeyEvent event) {
    if (COPY.match(event)) {
      copy();
      event.consume();
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F3) {
      if (event.isShiftDown()) {
        find.findPrevious();
      } else {
        find.findNext();
      }
      event.consume();
    }
  }

  private ContextMenu contextMenu() {
    MenuItem thisPeer =
        item("Show only this peer", () -> withCurrent(l -> show(new SourceChoice(l.source()))));
    MenuItem allPeers = item("Show all peers", () -> show(SourceChoice.ALL));
    MenuItem thisCheck =
        item(
            "Select the lines of this check", () -> withCurrent(l -> model.showCheck(l.checkId())));
    MenuItem copy = item("Copy", this::copy);
    copy.setAccelerator(COPY);
    ContextMenu menu =
        new ContextMenu(
            copy,
            item("Copy for ticket", copyForTicket),
            item("Select all", () -> list.getSelectionModel().selectAll()),
            new SeparatorMenuItem(),
            thisPeer,
            allPeers,
            thisCheck,
            new SeparatorMenuItem(),
            item("Save…", this::save),
            item("Clear", model::clear));
    menu.setOnShowing(
        _ -> {
          JournalLine current = current();
          thisPeer.setDisable(current == null);
          thisCheck.setDisable(current == null || current.checkId() == 0);
          allPeers.setDisable(model.sourceProperty().get().equals(SourceChoice.ALL));
        });
    return menu;
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void show(SourceChoice choice) {
    model.sourceProperty().set(choice);
  }

  private @Nullable JournalLine current() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void withCurrent(Consumer<JournalLine> action) {
    JournalLine current = current();
    if (current != null) {
      action.accept(current);
    }
  }

  private static Optional<Path> askForFile(Window owner) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save console");
    chooser.setInitialFileName(
        "echolot-"
            + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.now(ZoneId.systemDefault()))
            + ".log");
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }
}
