package org.echolot.ui.result;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.ui.SharedTip;
import org.echolot.ui.peers.PastCheck;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.StatusLook;
import org.jspecify.annotations.Nullable;

/** The last checks of a peer, a bar for each, the newest at the right. */
final class CheckStrip extends VBox {

  private static final double WIDTH = 7;
  private static final double HEIGHT = 18;

  private final Label title = new Label();
  private final Label figures = new Label();
  private final HBox bars = new HBox(3);
  private final SharedTip tip = new SharedTip();
  private List<PastCheck> shown = List.of();

  CheckStrip() {
    setId("result-strip");
    getStyleClass().add("check-strip");
    title.getStyleClass().add("section-title");
    figures.getStyleClass().add("strip-figures");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().setAll(new HBox(title, gap, figures), bars);
  }

  void show(@Nullable PeerRow row) {
    List<PastCheck> checks = row == null ? List.of() : row.pastChecks();
    Parts.show(this, checks.size() > 1);
    if (checks.equals(shown)) {
      return;
    }
    shown = checks;
    bars.getChildren().clear();
    for (PastCheck check : checks) {
      Region bar = new Region();
      StatusLook look = StatusLook.of(check.verdict());
      bar.getStyleClass().addAll("past-check", look.styleClass() + "-bar");
      bar.setMinSize(WIDTH, HEIGHT);
      bar.setMaxSize(WIDTH, HEIGHT);
      tip.tell(bar, check.text());
      bars.getChildren().add(bar);
    }
    title.setText("Last " + checks.size() + " checks");
    figures.setText(PastCheck.figures(checks));
    setAccessibleText(title.getText() + ", " + figures.getText());
  }
}
