package org.echolot.ui.result;

import java.time.Duration;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;

/** When a stage began within its check, and how long it took: a bar to scale. */
final class TimeBar extends Pane {

  static final double LENGTH = 110;
  private static final double HEIGHT = 6;

  /** So much is seen of what took next to nothing. */
  private static final double LEAST = 2;

  private TimeBar(double from, double length, String styleClass) {
    getStyleClass().add("time-bar");
    setMinSize(LENGTH, HEIGHT);
    setPrefSize(LENGTH, HEIGHT);
    setMaxSize(LENGTH, HEIGHT);
    if (length > 0) {
      Region part = new Region();
      part.getStyleClass().addAll("time-part", styleClass);
      double shown = Math.max(LEAST, length * LENGTH);
      part.resizeRelocate(Math.min(from * LENGTH, LENGTH - shown), 0, shown, HEIGHT);
      part.setManaged(false);
      getChildren().add(part);
    }
  }

  static TimeBar empty() {
    return new TimeBar(0, 0, "");
  }

  static TimeBar of(Duration start, StageResult stage, Duration all, Outcome outcome) {
    if (stage.state() == StageState.SKIPPED || all.isZero()) {
      return empty();
    }
    String styleClass =
        switch (stage.state()) {
          case OK -> "part-ok";
          case WARNING -> "part-warning";
          case FAILED -> outcome == Outcome.CANCELLED ? "part-warning" : "part-failed";
          case SKIPPED -> "";
        };
    return new TimeBar(part(start, all), Math.max(1e-6, part(stage.duration(), all)), styleClass);
  }

  static TimeBar running(Duration start, Duration soFar, Duration all) {
    return new TimeBar(part(start, all), Math.max(1e-6, part(soFar, all)), "part-running");
  }

  private static double part(Duration of, Duration all) {
    return Math.clamp(of.toNanos() / (double) all.toNanos(), 0, 1);
  }
}
