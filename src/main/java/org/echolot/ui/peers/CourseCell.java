package org.echolot.ui.peers;

import java.util.List;
import javafx.util.Subscription;

/** The last checks as a line of their echo times. */
final class CourseCell extends RowCell {

  private final Sparkline sparkline = new Sparkline();

  @Override
  Subscription follow(PeerRow row) {
    return Subscription.combine(
        row.lastResultProperty().subscribe((_, _) -> changed()),
        row.beforeProperty().subscribe((_, _) -> changed()));
  }

  @Override
  void show(PeerRow row) {
    List<PastCheck> checks = Sparkline.shownOf(row.pastChecks());
    boolean shown = checks.size() >= Sparkline.LEAST;
    if (shown) {
      sparkline.show(checks);
      tip(
          "C-ECHO times of the last checks; a red mark is one that failed.\n"
              + PastCheck.figures(checks)
              + "\n"
              + checks.getFirst().text()
              + "\n"
              + checks.getLast().text());
    } else {
      tip(null);
    }
    setGraphic(shown ? sparkline : null);
  }

  @Override
  void showNothing() {
    setGraphic(null);
    tip(null);
  }
}
