package org.echolot.ui.peers;

import javafx.util.Subscription;

/** How far the last check came. */
final class StagesCell extends RowCell {

  private final Segments segments = new Segments();

  StagesCell() {
    getStyleClass().add("stages-cell");
  }

  @Override
  Subscription follow(PeerRow row) {
    return followChecks(row);
  }

  @Override
  void show(PeerRow row) {
    segments.show(row);
    setGraphic(segments);
  }

  @Override
  void showNothing() {
    setGraphic(null);
  }
}
