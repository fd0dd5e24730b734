package org.echolot.ui.main;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.echolot.journal.JournalLine.Level;
import org.echolot.settings.ConsoleSettings;
import org.echolot.settings.ListSettings;
import org.echolot.settings.Settings;
import org.echolot.settings.WindowBounds;
import org.echolot.ui.console.ConsoleModel;
import org.echolot.ui.console.Drawer;
import org.echolot.ui.console.Scope;
import org.echolot.ui.console.TimeStyle;
import org.echolot.ui.peers.ColumnMemory;
import org.echolot.ui.peers.PeerTable;

/** How the window stands: puts it as the user left it, and keeps how the user leaves it. */
final class WindowMemory {

  private final Stage stage;
  private final ColumnMemory columns;
  private final ConsoleModel console;
  private WindowBounds unmaximized;

  /** Follows the window, so that its size outlives that it is maximized. */
  WindowMemory(Stage stage, PeerTable table, ConsoleModel console) {
    this.stage = stage;
    this.columns = new ColumnMemory(table);
    this.console = console;
    this.unmaximized = current();
    Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .forEach(property -> property.addListener(_ -> moved()));
  }

  private void moved() {
    if (!stage.isMaximized() && !stage.isIconified() && stage.isShowing()) {
      unmaximized = current();
    }
  }

  private WindowBounds current() {
    return new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
  }

  /** Puts all as it was, before the window is shown. */
  void restore(Settings settings) {
    WindowBounds bounds = settings.window().bounds();
    put(place(settings));
    unmaximized = current(); // it may never be moved
    stage.setMaximized(bounds != null && bounds.maximized());
    columns.restore(settings.list().columns(), settings.list().sort());
    ConsoleSettings kept = settings.console();
    console.levelProperty().set(named(Level.values(), kept.level(), Level.INFO));
    console.timesProperty().set(named(TimeStyle.values(), kept.times(), TimeStyle.LOCAL));
    console.drawerProperty().set(named(Drawer.values(), kept.drawer(), Drawer.CLOSED));
    console.scope().scopeProperty().set(named(Scope.values(), kept.scope(), Scope.ALL));
    console.wrapsProperty().set(kept.wraps());
  }

  /** Where the window begins, and how large. */
  static Rectangle2D place(Settings settings) {
    WindowBounds bounds = settings.window().bounds();
    return bounds == null
        ? WindowRoom.first(Screen.getPrimary().getVisualBounds())
        : WindowRoom.again(bounds, screens());
  }

  private void put(Rectangle2D place) {
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
  }

  /** What of each is free for windows, the main one first. */
  private static List<Rectangle2D> screens() {
    return Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
        .distinct()
        .map(Screen::getVisualBounds)
        .toList();
  }

  private static <E extends Enum<E>> E named(E[] all, String name, E otherwise) {
    return Stream.of(all).filter(one -> one.name().equals(name)).findFirst().orElse(otherwise);
  }

  /** {@code before} with what is to be found again. */
  Settings kept(Settings before) {
    return before
        .with(before.window().withBounds(bounds()))
        .with(new ListSettings(columns.columnStates(), columns.sortState()))
        .with(
            new ConsoleSettings(
                console.levelProperty().get().name(),
                console.timesProperty().get().name(),
                console.drawerProperty().get().name(),
                console.scope().scopeProperty().get().name(),
                console.wrapsProperty().get()));
  }

  /** Where the window is; while it is maximized, where it would be otherwise. */
  private WindowBounds bounds() {
    return new WindowBounds(
        unmaximized.x(),
        unmaximized.y(),
        unmaximized.width(),
        unmaximized.height(),
        stage.isMaximized());
  }
}
