package org.echolot.ui.main;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import org.echolot.ui.action.PeerAction;

/**
 * Has the keys for the menu of a peer open that of whatever has the keyboard, which JavaFX does not
 * do on every system. To be used on the FX thread.
 */
final class MenuKey {

  private MenuKey() {}

  static void follow(Scene scene) {
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Node owner = scene.getFocusOwner();
          boolean asks =
              PeerAction.ROW_MENU.look().keys().stream().anyMatch(key -> key.matches(event));
          if (asks && owner != null) {
            open(owner);
            event.consume();
          }
        });
  }

  /** At the selected line, where it has lines. */
  private static void open(Node owner) {
    Node at =
        owner.lookupAll(".cell").stream()
            .filter(node -> node instanceof IndexedCell<?> cell && cell.isSelected())
            .filter(Node::isVisible)
            .findFirst()
            .orElse(owner);
    Bounds bounds = at.localToScreen(at.getBoundsInLocal());
    if (bounds != null) {
      double x = bounds.getMinX() + Math.min(40, bounds.getWidth() / 2);
      double y = at.equals(owner) ? bounds.getCenterY() : bounds.getMaxY();
      Event.fireEvent(
          owner,
          new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, x, y, true, null));
    }
  }
}
