package org.echolot.ui.peers;

import java.time.Duration;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** The last few echo times as a line, the oldest left; nothing for fewer than three. */
final class Sparkline extends Region {

  /** Two are no course yet. */
  static final int LEAST = 3;

  private static final double WIDTH = 54;
  private static final double HEIGHT = 14;

  private final Path path = new Path();

  Sparkline() {
    getStyleClass().add("sparkline");
    path.getStyleClass().add("sparkline-path");
    path.setManaged(false);
    getChildren().add(path);
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setMouseTransparent(true);
  }

  void show(List<Duration> times) {
    path.getElements().clear();
    if (times.size() < LEAST) {
      return;
    }
    double max = times.stream().mapToLong(Duration::toNanos).max().orElse(1);
    double min = times.stream().mapToLong(Duration::toNanos).min().orElse(0);
    double step = WIDTH / (PeerRow.RECENT - 1);
    double left = WIDTH - step * (times.size() - 1);
    for (int i = 0; i < times.size(); i++) {
      double x = left + step * i;
      // The longest at the top, unless all are alike: then a line in the middle.
      double y =
          max == min
              ? HEIGHT / 2
              : HEIGHT - 1 - (HEIGHT - 2) * (times.get(i).toNanos() / Math.max(1, max));
      path.getElements().add(i == 0 ? new MoveTo(x, y) : new LineTo(x, y));
    }
  }
}
