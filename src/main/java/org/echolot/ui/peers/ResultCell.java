package org.echolot.ui.peers;

import javafx.scene.control.Tooltip;
import javafx.util.Subscription;

/** What the last check found, or what the running one does. */
final class ResultCell extends RowCell {

  private final Tooltip tooltip = new Tooltip();
  private final AgeClock clock;
  private String styleClass = "";

  /**
   * @param clock says when an age in words has become another
   */
  ResultCell(AgeClock clock) {
    this.clock = clock;
    textTruncatedProperty().subscribe(cut -> setTooltip(cut ? tooltip : null));
  }

  @Override
  Subscription follow(PeerRow row) {
    return Subscription.combine(
        followChecks(row), clock.ticksProperty().subscribe((_, _) -> changed()));
  }

  @Override
  void show(PeerRow row) {
    String words = ResultWords.of(row);
    setText(ResultWords.inList(row));
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
