package org.echolot.ui.peers;

import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

/** What the last check found, or what the running one does. */
final class ResultCell extends RowCell {

  private final Tooltip tooltip = new Tooltip();
  private String styleClass = "";

  ResultCell() {
    textTruncatedProperty().subscribe(cut -> setTooltip(cut ? tooltip : null));
  }

  @Override
  Subscription follow(PeerRow row) {
    return followChecks(row);
  }

  @Override
  void show(PeerRow row) {
    String words = ResultWords.of(row);
    setText(words);
    tooltip.setText(words);
    style(StatusLook.of(row.status()).styleClass());
  }

  private void style(String next) {
    if (!next.equals(styleClass)) {
      getStyleClass().remove(styleClass);
      getStyleClass().add(next);
      styleClass = next;
    }
  }

  @Override
  void showNothing() {
    setText(null);
  }
}
