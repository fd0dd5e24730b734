package org.echolot.ui.peers;

import javafx.scene.control.Tooltip;
import javafx.util.Subscription;
import org.echolot.text.ElapsedText;

/** The last echo times as a line. */
final class CourseCell extends RowCell {

  private final Sparkline sparkline = new Sparkline();
  private final Tooltip tooltip = new Tooltip();

  @Override
  Subscription follow(PeerRow row) {
    return row.lastResultProperty().subscribe((_, _) -> changed());
  }

  @Override
  void show(PeerRow row) {
    boolean shown = row.recentEchoTimes().size() >= Sparkline.LEAST;
    if (shown) {
      sparkline.show(row.recentEchoTimes());
      tooltip.setText(
          "C-ECHO times of the last "
              + row.recentEchoTimes().size()
              + " checks that succeeded, the last "
              + ElapsedText.of(row.recentEchoTimes().getLast()));
    }
    setTooltip(shown ? tooltip : null);
    setGraphic(shown ? sparkline : null);
  }

  @Override
  void showNothing() {
    setGraphic(null);
    setTooltip(null);
  }
}
