package org.echolot.ui.peers;

import javafx.scene.control.Tooltip;

/** The name of a peer. That of a group is in the row itself, over all columns. */
final class NameCell extends RowCell {

  private final Tooltip tooltip = new Tooltip();

  NameCell() {
    getStyleClass().add("name-cell");
    textTruncatedProperty().subscribe(cut -> setTooltip(cut ? tooltip : null));
  }

  @Override
  void show(PeerRow row) {
    setText(row.peer().name());
    tooltip.setText(row.peer().name());
  }

  @Override
  void showNothing() {
    setText(null);
  }
}
