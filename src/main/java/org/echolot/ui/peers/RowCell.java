package org.echolot.ui.peers;

import javafx.scene.control.TableCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A cell of the list that follows the peer that it shows, while it is shown. */
abstract class RowCell extends TableCell<ListRow, ListRow> {

  private Subscription toRow = Subscription.EMPTY;

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

  /** Has {@link #show(PeerRow)} called whenever what is shown here changes. */
  Subscription follow(PeerRow row) {
    return row.peerProperty().subscribe((_, _) -> show(row));
  }

  /** To be given back by {@link #follow} where results are shown. */
  final Subscription followChecks(PeerRow row) {
    return Subscription.combine(
        row.peerProperty().subscribe((_, _) -> show(row)),
        row.statusProperty().subscribe((_, _) -> show(row)),
        row.runningStageProperty().subscribe((_, _) -> show(row)),
        row.lastResultProperty().subscribe((_, _) -> show(row)),
        row.beforeProperty().subscribe((_, _) -> show(row)));
  }

  abstract void show(PeerRow row);

  /** Few columns have anything to say of a group. */
  void show(GroupRow group) {
    showNothing();
  }

  abstract void showNothing();
}
