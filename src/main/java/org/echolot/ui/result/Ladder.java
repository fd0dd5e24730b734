package org.echolot.ui.result;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
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

/** The stages of a check, one below the other: how each went, how long it took, what it found. */
final class Ladder extends GridPane {

  private final Consumer<CheckStage> showStage;

  /**
   * @param showStage shows more of a stage that was reached
   */
  Ladder(Consumer<CheckStage> showStage) {
    this.showStage = showStage;
    setId("result-ladder");
    getStyleClass().add("ladder");
    ColumnConstraints mark = new ColumnConstraints();
    mark.setMinWidth(20);
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints time = new ColumnConstraints();
    time.setMinWidth(64);
    time.setHalignment(HPos.RIGHT);
    ColumnConstraints detail = new ColumnConstraints();
    detail.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(mark, name, time, detail);
  }

  void show(CheckResult result) {
    getChildren().clear();
    int row = 0;
    for (StageResult stage : result.stages()) {
      addRow(row++, stage, result.outcome());
    }
  }

  private void addRow(int row, StageResult stage, Outcome outcome) {
    Label mark = new Label(LadderText.mark(stage.state(), outcome));
    Labeled name = name(stage);
    Label time = new Label(ResultText.time(stage));
    Label detail = new Label(Escapes.oneLine(stage.detail()));
    detail.setWrapText(true);
    detail.setMinHeight(Region.USE_PREF_SIZE);
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
    addRow(row, mark, name, time, detail);
    getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
  }

  /** A stage that was reached has lines to go to. */
  private Labeled name(StageResult stage) {
    String text = stage.stage().label();
    if (stage.state() == StageState.SKIPPED) {
      return new Label(text);
    }
    Hyperlink link = new Hyperlink(text);
    link.setId("stage-" + text.toLowerCase(Locale.ROOT));
    link.setTooltip(new Tooltip("Show the lines of this stage in the console"));
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
