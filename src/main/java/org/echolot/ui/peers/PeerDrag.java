package org.echolot.ui.peers;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Peers that are dragged within the list: to another place, or into another group. Where they are
 * let go outside of the list, nothing happens. On the FX thread.
 */
final class PeerDrag {

  private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

  private final PeerTable table;
  private Predicate<PeerDrop> mayDrop = _ -> false;
  private Consumer<PeerDrop> whenDropped = _ -> {};
  private List<PeerRow> dragged = List.of();

  /** Where the mouse was pressed; null: not at a peer. */
  private @Nullable PeerRow pressed;

  PeerDrag(PeerTable table) {
    this.table = table;
    table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> table.setCursor(Cursor.DEFAULT));
  }

  /**
   * @param mayDrop whether peers may be let go somewhere; asked while they are dragged
   * @param whenDropped what is done then
   */
  void onDrop(Predicate<PeerDrop> mayDrop, Consumer<PeerDrop> whenDropped) {
    this.mayDrop = mayDrop;
    this.whenDropped = whenDropped;
  }

  /** Has what a line shows be dragged, and others be let go at it. */
  PeerLine follow(PeerLine line) {
    line.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed(line, event));
    line.setOnDragDetected(event -> begin(line, event));
    line.setOnMouseDragOver(event -> over(line, event));
    line.setOnMouseDragExited(_ -> show(line, null));
    line.setOnMouseDragReleased(event -> drop(line, event));
    return line;
  }

  private void pressed(PeerLine line, MouseEvent event) {
    boolean mayDrag = event.getButton() == MouseButton.PRIMARY && !line.isEmpty();
    pressed = mayDrag && line.getItem() instanceof PeerRow row ? row : null;
  }

  /** A mouse that is moved fast is over another line already. */
  private void begin(PeerLine line, MouseEvent event) {
    PeerRow row = pressed;
    if (row != null) {
      List<PeerRow> selected = table.selectedRows();
      dragged = selected.contains(row) ? selected : List.of(row);
      table.setCursor(Cursor.CLOSED_HAND);
      line.startFullDrag();
      event.consume();
    }
  }

  private @Nullable PeerDrop at(PeerLine line, MouseDragEvent event) {
    ListRow target = line.isEmpty() ? null : line.getItem();
    if (target == null || dragged.isEmpty()) {
      return null;
    }
    boolean after = target instanceof PeerRow && event.getY() > line.getHeight() / 2;
    PeerDrop drop = new PeerDrop(dragged, target, after);
    return mayDrop.test(drop) ? drop : null;
  }

  private void over(PeerLine line, MouseDragEvent event) {
    show(line, at(line, event));
  }

  private static void show(PeerLine line, @Nullable PeerDrop drop) {
    boolean below = drop != null && (drop.after() || drop.at() instanceof GroupRow);
    line.pseudoClassStateChanged(BELOW, below);
    line.pseudoClassStateChanged(ABOVE, drop != null && !below);
  }

  private void drop(PeerLine line, MouseDragEvent event) {
    PeerDrop drop = at(line, event);
    show(line, null);
    dragged = List.of();
    table.setCursor(Cursor.DEFAULT);
    if (drop != null) {
      whenDropped.accept(drop);
    }
  }
}
