package org.echolot.ui.peers;

import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A row of the list: of a peer, or a header, which a click folds. */
final class PeerLine extends TableRow<ListRow> {

  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

  private final PeerTable table;

  /** Where its text begins: behind the arrow. */
  private static final double HEADER_LEFT = 38;

  /** Made when the row first shows a group: most rows never do. */
  private @Nullable GroupHeader header;

  PeerLine(PeerTable table) {
    this.table = table;
    setOnMouseClicked(this::clicked);
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || isEmpty()) {
      return;
    }
    switch (getItem()) {
      case GroupRow group -> table.toggle(group);
      case PeerRow _ -> {
        if (event.getClickCount() == 2) {
          table.doubleClicked();
        }
      }
      case null -> {}
    }
  }

  @Override
  protected void updateItem(@Nullable ListRow line, boolean empty) {
    super.updateItem(line, empty);
    pseudoClassStateChanged(GROUP, !empty && line instanceof GroupRow);
    if (!empty && line instanceof GroupRow group) {
      if (header == null) {
        header = new GroupHeader(table);
      }
      header.show(group);
      setAccessibleText("Group " + group.title() + ", " + group.counts());
    } else {
      setAccessibleText(null);
    }
    requestLayout();
  }

  /** The skin's children are the cells; the header lies over them. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    GroupHeader over = header;
    if (over == null) {
      return;
    }
    boolean isGroup = !isEmpty() && getItem() instanceof GroupRow;
    if (isGroup != getChildren().contains(over)) {
      if (isGroup) {
        getChildren().add(over);
      } else {
        getChildren().remove(over);
      }
    }
    if (isGroup) {
      over.resizeRelocate(HEADER_LEFT, 0, Math.max(0, getWidth() - HEADER_LEFT), getHeight());
    }
  }
}
