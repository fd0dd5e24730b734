package org.echolot.ui.peers;

import java.time.Duration;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.echolot.ui.peers.PeerRow.Status;

/**
 * The last checks as a line of their echo times, the oldest left, with a gap and a mark for each
 * that failed; nothing for fewer than three.
 */
final class Sparkline extends Region {

  /** Two are no course yet. */
  static final int LEAST = 3;

  /** How many are shown. */
  static final int MOST = 20;

  private static final double WIDTH = 54;
  private static final double HEIGHT = 14;
  private static final double STEP = WIDTH / (MOST - 1);

  /** Of the mark of a failure, at the bottom. */
  private static final double MARK = 5;

  private final Path path = new Path();
  private final Path failures = new Path();

  Sparkline() {
    getStyleClass().add("sparkline");
    path.getStyleClass().add("sparkline-path");
    path.setManaged(false);
    failures.getStyleClass().add("sparkline-failures");
    failures.setManaged(false);
    getChildren().setAll(path, failures);
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setMouseTransparent(true);
  }

  /** Those of some checks that are shown: what was stopped says nothing. */
  static List<PastCheck> shownOf(List<PastCheck> checks) {
    List<PastCheck> ended =
        checks.stream().filter(check -> check.verdict() != Status.CANCELLED).toList();
    return ended.subList(Math.max(0, ended.size() - MOST), ended.size());
  }

  static boolean isAnswered(PastCheck check) {
    return check.verdict() != Status.FAILED && check.echoTime() != null;
  }

  /**
   * @param checks as {@link #shownOf} gives them
   */
  void show(List<PastCheck> checks) {
    path.getElements().clear();
    failures.getElements().clear();
    List<Long> times = checks.stream().filter(Sparkline::isAnswered).map(Sparkline::nanos).toList();
    double max = times.stream().mapToLong(Long::longValue).max().orElse(1);
    double min = times.stream().mapToLong(Long::longValue).min().orElse(0);
    double left = WIDTH - STEP * (checks.size() - 1);
    boolean drawing = false;
    for (int i = 0; i < checks.size(); i++) {
      double x = left + STEP * i;
      PastCheck check = checks.get(i);
      if (isAnswered(check)) {
        // The longest at the top, unless all are alike: then a line in the middle.
        double y =
            max == min ? HEIGHT / 2 : HEIGHT - 1 - (HEIGHT - 2) * (nanos(check) / Math.max(1, max));
        path.getElements().add(drawing ? new LineTo(x, y) : new MoveTo(x, y));
        boolean alone = !drawing && (i + 1 == checks.size() || !isAnswered(checks.get(i + 1)));
        if (alone) {
          path.getElements().add(new LineTo(x + 1, y)); // between two failures: a dot
        }
        drawing = true;
      } else {
        failures.getElements().add(new MoveTo(x, HEIGHT));
        failures.getElements().add(new LineTo(x, HEIGHT - MARK));
        drawing = false;
      }
    }
  }

  private static long nanos(PastCheck check) {
    Duration time = check.echoTime();
    return time == null ? 0 : time.toNanos();
  }
}
