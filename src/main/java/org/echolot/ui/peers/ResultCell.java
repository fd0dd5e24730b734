package org.echolot.ui.peers;

import javafx.util.Subscription;

/** What the last check found, or what the running one does. */
final class ResultCell extends RowCell {

  private final AgeClock clock;
  private String styleClass = "";

  /** What the tooltip says where the text is cut. */
  private String words = "";

  /**
   * @param clock says when an age in words has become another
   */
  ResultCell(AgeClock clock) {
    this.clock = clock;
    textTruncatedProperty().subscribe(this::showTip);
  }

  @Override
  Subscription follow(PeerRow row) {
    return Subscription.combine(
        followChecks(row), clock.ticksProperty().subscribe((_, _) -> changed()));
  }

  @Override
  void show(PeerRow row) {
    words = ResultWords.of(row);
    setText(ResultWords.inList(row, clock));
    showTip(isTextTruncated());
    style(StatusLook.of(row.status()).styleClass());
  }

  private void showTip(boolean cut) {
    tip(cut ? words : null);
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
