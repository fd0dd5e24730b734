package org.echolot.ui.peers;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A cell of the list that follows the peer that it shows, while it is shown. */
abstract class RowCell extends TableCell<ListRow, ListRow> {

  private Subscription toRow = Subscription.EMPTY;
  private @Nullable String tip;

  RowCell() {
    addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> showTip());
  }

  @Override
  protected final void updateItem(@Nullable ListRow line, boolean empty) {
    super.updateItem(line, empty);
    toRow.unsubscribe();
    toRow = Subscription.EMPTY;
    switch (empty ? null : line) {
      case PeerRow row -> {
        show(row);
        toRow = follow(row);
      }
      case GroupRow group -> show(group);
      case null -> showNothing();
    }
  }

  /** Has what is shown here follow what it is made of. */
  Subscription follow(PeerRow row) {
    return row.peerProperty().subscribe((_, _) -> changed());
  }

  /** What is shown here changed: it is shown in the next frame, however often that happens. */
  final void changed() {
    if (getTableView() instanceof PeerTable table) {
      table.showInNextFrame(this);
    }
  }

  /** Shows the row again as it is now. */
  final void showAgain() {
    if (!isEmpty() && getItem() instanceof PeerRow row) {
      show(row);
    }
  }

  /** To be given back by {@link #follow} where results are shown. */
  final Subscription followChecks(PeerRow row) {
    return Subscription.combine(
        row.peerProperty().subscribe((_, _) -> changed()),
        row.statusProperty().subscribe((_, _) -> changed()),
        row.runningStageProperty().subscribe((_, _) -> changed()),
        row.lastResultProperty().subscribe((_, _) -> changed()),
        row.beforeProperty().subscribe((_, _) -> changed()));
  }

  /**
   * What the tooltip says; null where there is none. It is made when the mouse comes first: a list
   * has hundreds of cells, and of most nobody asks.
   */
  final void tip(@Nullable String words) {
    tip = words;
    if (getTooltip() != null || isHover()) {
      showTip();
    }
  }

  private void showTip() {
    if (tip == null) {
      setTooltip(null);
    } else if (getTooltip() == null) {
      setTooltip(new Tooltip(tip));
    } else {
      getTooltip().setText(tip);
    }
  }

  abstract void show(PeerRow row);

  /** Few columns have anything to say of a group. */
  void show(GroupRow group) {
    showNothing();
  }

  abstract void showNothing();
}
