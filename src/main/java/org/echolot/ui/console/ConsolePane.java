package org.echolot.ui.console;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.echolot.ui.FileQuestions;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.ConsoleAction;
import org.echolot.ui.action.Focus;
import org.echolot.ui.action.Place;

/** What happens on the wire, as it happens. */
public final class ConsolePane extends VBox {

  private final ConsoleModel model;
  private final FindField find;
  private final Actions actions;

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
    BooleanBinding open = model.drawerProperty().isNotEqualTo(Drawer.CLOSED);
    ConsoleList list = new ConsoleList(model);
    find = new FindField(model.finder(), list);
    ConsoleCommands commands = new ConsoleCommands(model, list, find, copyForTicket, saveTarget);
    actions = new Actions(List.of(ConsoleAction.values()), commands::deed);
    getStyleClass().add("console");
    getStylesheets().add(Stylesheets.look());
    FindBar findBar = new FindBar(model.finder(), find, actions);
    findBar.visibleProperty().bind(find.openProperty().and(open));
    findBar.managedProperty().bind(findBar.visibleProperty());
    NewLines newLines = new NewLines(model);
    StackPane.setAlignment(newLines, Pos.BOTTOM_CENTER);
    StackPane lines = new StackPane(list, newLines);
    lines.visibleProperty().bind(open);
    lines.managedProperty().bind(open);
    VBox.setVgrow(lines, Priority.ALWAYS);
    getChildren()
        .addAll(new ConsoleToolbar(model, actions), findBar, new ConsoleNoticeBar(model, actions));
    open.subscribe(
        isOpen -> {
          // Most drawers never open, and a window starts sooner without lines to style. What is not
          // seen would be laid out with each line that comes, at a cost that grows with all of
          // them.
          if (!isOpen) {
            getChildren().remove(lines);
          } else if (!getChildren().contains(lines)) {
            getChildren().add(lines);
          }
        });
    list.setContextMenu(
        new ContextMenu(actions.menuItems(Place.LINE_MENU).toArray(MenuItem[]::new)));
    actions.takeKeys(list, Focus.LINES);
    actions.takeKeys(this, Focus.CONSOLE);
    actions.takeKeys(find, Focus.FIND);
  }

  /** What can be done in the console. */
  public Actions actions() {
    return actions;
  }

  /** Puts the keyboard into the find field. */
  public void focusFind() {
    if (model.drawerProperty().get() == Drawer.CLOSED) {
      model.drawerProperty().set(Drawer.OPEN);
    }
    find.enter();
  }

  private static Optional<Path> askForFile(Window owner) {
    String name =
        "echolot-"
            + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .format(LocalDateTime.now(ZoneId.systemDefault()))
            + ".log";
    return FileQuestions.of(owner).save(owner, "Save console", name, List.of());
  }
}
