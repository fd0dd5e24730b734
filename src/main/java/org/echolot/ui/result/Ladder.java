package org.echolot.ui.result;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.report.LadderText;
import org.echolot.text.Escapes;
import org.echolot.ui.SharedTip;
import org.echolot.ui.peers.RunningCheck;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The stages of a check, one below the other: how each went, when it began and how long it took, as
 * a bar to scale, and what it found. Fills up while the check runs.
 */
public final class Ladder extends GridPane {

  private static final Duration SHORTEST_SCALE = Duration.ofNanos(1);

  private static final double ROOM_FOR_BARS = 400;

  private static final double TWO_LINES = 36;

  /** By how much the mark of what runs turns. */
  private static final double DEGREES_PER_MILLI = 0.09;

  private final Consumer<CheckStage> showStage;
  private final Tooltip tip = new Tooltip("Show the lines of this stage in the console");
  private final SharedTip details = new SharedTip();
  private String stageAtHand = "";

  /** What stands above the ladder. */
  private String told = "";

  /**
   * @param showStage shows more of a stage that was reached
   */
  public Ladder(Consumer<CheckStage> showStage) {
    this.showStage = showStage;
    setId("result-ladder");
    getStyleClass().add("ladder");
    ColumnConstraints mark = new ColumnConstraints();
    mark.setMinWidth(16);
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints bar = new ColumnConstraints();
    ColumnConstraints time = new ColumnConstraints();
    time.setMinWidth(68);
    time.setHalignment(HPos.RIGHT);
    ColumnConstraints detail = new ColumnConstraints();
    detail.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(mark, name, bar, time, detail);
  }

  void show(CheckResult result) {
    told = result.summary();
    show(result.stages(), result.outcome());
    told = "";
  }

  /** Shows stages of which there is no result of a check. */
  public void show(List<StageResult> stages, Outcome outcome) {
    String focused = focusedStage();
    getChildren().clear();
    Duration all = total(stages);
    Duration start = Duration.ZERO;
    int row = 0;
    for (StageResult stage : stages) {
      addRow(row++, stage, outcome, TimeBar.of(start, stage, all, outcome));
      start = start.plus(stage.duration());
    }
    focus(focused);
  }

  /** The id of the stage that has the keyboard; empty where none has. */
  private String focusedStage() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    return owner != null && getChildren().contains(owner)
        ? Objects.toString(owner.getId(), "")
        : equals(owner) ? stageAtHand : "";
  }

  /** Gives the keyboard back, or keeps it for a stage that comes again. */
  private void focus(String stage) {
    if (!stage.isEmpty()) {
      stageAtHand = stage;
      Node again = lookup("#" + stage);
      (again == null ? this : again).requestFocus();
    }
  }

  /** Shows how far a check has come, and how long its stage may still take. */
  void show(RunningCheck running, Duration inStage, Duration mayTake) {
    String focused = focusedStage();
    getChildren().clear();
    Duration all = total(running.ended()).plus(inStage).plus(SHORTEST_SCALE);
    Duration start = Duration.ZERO;
    int row = 0;
    for (CheckStage each : CheckStage.values()) {
      StageResult ended = running.ended(each);
      if (ended != null) {
        addRow(row++, ended, Outcome.SUCCESS, TimeBar.of(start, ended, all, Outcome.SUCCESS));
        start = start.plus(ended.duration());
      } else if (each == running.stage()) {
        addRunning(row++, each, inStage, mayTake, TimeBar.running(start, inStage, all));
      } else {
        StageResult later = StageResult.skipped(each, "");
        addRow(row++, later, Outcome.SUCCESS, TimeBar.empty());
      }
    }
    focus(focused);
  }

  private static Duration total(List<StageResult> stages) {
    return stages.stream().map(StageResult::duration).reduce(Duration.ZERO, Duration::plus);
  }

  private void addRunning(
      int row, CheckStage stage, Duration inStage, Duration mayTake, TimeBar bar) {
    Label mark = mark("◌", Feather.LOADER);
    mark.setRotate(DEGREES_PER_MILLI * inStage.toMillis());
    Label name = new Label(stage.label());
    mark.getStyleClass().add("stage-running");
    name.getStyleClass().add("stage-running");
    Label time =
        new Label(
            String.format(Locale.ROOT, "%d s of %d s", inStage.toSeconds(), mayTake.toSeconds()));
    time.getStyleClass().add("ladder-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    hideWhereNarrow(bar);
    GridPane.setValignment(bar, VPos.TOP);
    addRow(row, mark, name, bar, time, new Label());
  }

  /** What was found is more than when. */
  private void hideWhereNarrow(TimeBar bar) {
    bar.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_BARS));
    bar.managedProperty().bind(bar.visibleProperty());
  }

  private void addRow(int row, StageResult stage, Outcome outcome, TimeBar bar) {
    Label mark = mark(LadderText.mark(stage.state(), outcome), icon(stage.state(), outcome));
    Labeled name = name(stage);
    Label time = new Label(ResultText.time(stage));
    Label detail = new Label(LongWords.breakable(Escapes.oneLine(stage.detail())));
    detail.setWrapText(true);
    if (!stage.detail().isEmpty() && told.contains(stage.detail())) {
      // The verdict says it at length; what follows is to stay in sight.
      detail.setMaxHeight(TWO_LINES);
      details.tell(detail, Escapes.oneLine(stage.detail()));
    } else {
      detail.setMinHeight(Region.USE_PREF_SIZE);
    }
    String styleClass = styleClass(stage.state(), outcome);
    mark.getStyleClass().add(styleClass);
    name.getStyleClass().add(styleClass);
    detail.getStyleClass().add("ladder-detail");
    time.getStyleClass().add("ladder-time");
    name.setAccessibleText(
        stage.stage().label()
            + ", "
            + words(stage.state(), outcome)
            + (name instanceof Hyperlink ? "; shows its lines in the console" : ""));
    hideWhereNarrow(bar);
    addRow(row, mark, name, bar, time, detail);
    GridPane.setValignment(mark, VPos.TOP);
    GridPane.setValignment(name, VPos.TOP);
    GridPane.setValignment(bar, VPos.TOP);
    GridPane.setValignment(time, VPos.TOP);
    GridPane.setValignment(detail, VPos.TOP);
  }

  /** An icon that is spoken as the character; that would look different in each font. */
  private static Label mark(String character, Feather icon) {
    Label mark = new Label(character, new FontIcon(icon));
    mark.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    return mark;
  }

  private static Feather icon(StageState state, Outcome outcome) {
    return switch (state) {
      case OK -> Feather.CHECK;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case FAILED -> outcome == Outcome.CANCELLED ? Feather.SQUARE : Feather.X;
      case SKIPPED -> Feather.MINUS;
    };
  }

  /** A stage that was reached has lines to go to. */
  private Labeled name(StageResult stage) {
    String text = stage.stage().label();
    if (stage.state() == StageState.SKIPPED) {
      return new Label(text);
    }
    Hyperlink link = new Hyperlink(text);
    link.setId("stage-" + text.toLowerCase(Locale.ROOT));
    link.setTooltip(tip);
    link.setOnAction(
        _ -> {
          link.setVisited(false);
          showStage.accept(stage.stage());
        });
    return link;
  }

  private static String styleClass(StageState state, Outcome outcome) {
    return switch (state) {
      case OK -> "stage-ok";
      case WARNING -> "stage-warning";
      case FAILED -> outcome == Outcome.CANCELLED ? "stage-warning" : "stage-failed";
      case SKIPPED -> "stage-skipped";
    };
  }

  private static String words(StageState state, Outcome outcome) {
    return switch (state) {
      case OK -> "done";
      case WARNING -> "done, with a warning";
      case FAILED -> outcome == Outcome.CANCELLED ? "stopped" : "failed";
      case SKIPPED -> "not reached";
    };
  }
}
