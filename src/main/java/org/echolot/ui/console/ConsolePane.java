package org.echolot.ui.console;

import java.io.File;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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

/** What happens on the wire, as it happens. */
public final class ConsolePane extends VBox {

  private static final KeyCombination COPY = KeyCombination.keyCombination("Shortcut+C");

  private final ConsoleModel model;
  private final Function<Window, Optional<Path>> saveTarget;
  private final ConsoleList list;
  private final FindBar find;

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
    this.saveTarget = saveTarget;
    list = new ConsoleList(model);
    find = new FindBar(model.finder(), list);
    getStyleClass().add("console");
    getStylesheets().add(Stylesheets.of(ConsolePane.class, "console.css"));
    VBox.setVgrow(list, Priority.ALWAYS);
    ConsoleToolbar.Actions actions =
        new ConsoleToolbar.Actions(this::copy, copyForTicket, this::save);
    getChildren().addAll(new ConsoleToolbar(model, find, actions), new NoticeBar(model), list);
    list.setContextMenu(new LineMenu(model, list, actions, COPY));
    var _ = new CheckKeys(model.checks(), list);
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
