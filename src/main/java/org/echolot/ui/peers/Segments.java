package org.echolot.ui.peers;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.jspecify.annotations.Nullable;

/**
 * The six stages of a check as six segments in a row: done, done with a warning, failed, stopped,
 * under way, or not reached.
 */
public final class Segments extends HBox {

  /** How a stage went, as a segment shows it. */
  @SuppressWarnings("ImmutableEnumChecker") // a pseudo-class never changes
  enum State {
    NONE,
    DONE,
    WARNING,
    FAILED,
    RUNNING;

    private final PseudoClass pseudoClass = PseudoClass.getPseudoClass(styleName(name()));

    private static String styleName(String name) {
      return "stage-" + name.toLowerCase(java.util.Locale.ROOT);
    }
  }

  private static final double LENGTH = 13;
  private static final double HEIGHT = 8;
  private static final double GAP = 2;

  /** Of all six. */
  static final double WIDTH = 6 * LENGTH + 5 * GAP;

  private final Map<CheckStage, Region> segments = new EnumMap<>(CheckStage.class);

  public Segments() {
    super(GAP);
    getStyleClass().add("segments");
    for (CheckStage stage : CheckStage.values()) {
      Region segment = new Region();
      segment.getStyleClass().add("segment");
      segment.setMinSize(LENGTH, HEIGHT);
      segment.setPrefSize(LENGTH, HEIGHT);
      segment.setMaxSize(LENGTH, HEIGHT);
      segments.put(stage, segment);
    }
    getChildren().setAll(segments.values());
    setMaxHeight(HEIGHT);
    setMouseTransparent(true);
  }

  /** Shows a peer: the stages of its running check, or those of its last. */
  void show(PeerRow row) {
    if (row.isBusy()) {
      RunningCheck running = row.running();
      showRunning(running.stage());
      // What was not asked for, TLS perhaps, has not been done.
      running.ended().stream()
          .filter(ended -> ended.state() == StageState.SKIPPED)
          .forEach(ended -> set(ended.stage(), State.NONE));
    } else {
      show(row.lastResult());
    }
  }

  /**
   * Shows a result.
   *
   * @param result null: none
   */
  public void show(@Nullable CheckResult result) {
    for (CheckStage stage : CheckStage.values()) {
      set(stage, result == null ? State.NONE : stateOf(result, stage));
    }
  }

  /**
   * Shows a check that has come to a stage.
   *
   * @param stage null: it waits
   */
  public void showRunning(@Nullable CheckStage stage) {
    for (CheckStage each : CheckStage.values()) {
      int order = stage == null ? 1 : each.compareTo(stage);
      set(each, order < 0 ? State.DONE : order == 0 ? State.RUNNING : State.NONE);
    }
  }

  private void set(CheckStage stage, State state) {
    Region segment = Objects.requireNonNull(segments.get(stage));
    for (State each : State.values()) {
      segment.pseudoClassStateChanged(each.pseudoClass, each == state);
    }
  }

  private static State stateOf(CheckResult result, CheckStage which) {
    StageResult stage = result.stage(which);
    return switch (stage.state()) {
      case OK -> State.DONE;
      case WARNING -> State.WARNING;
      case FAILED -> result.outcome() == Outcome.CANCELLED ? State.WARNING : State.FAILED;
      case SKIPPED -> State.NONE;
    };
  }

  /** How many stages went well. */
  static int done(CheckResult result) {
    return (int) result.stages().stream().filter(s -> s.state() == StageState.OK).count();
  }
}
