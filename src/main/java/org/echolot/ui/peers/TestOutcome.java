package org.echolot.ui.peers;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** What the test in the editor found: how far it came, the verdict, and the first thing to try. */
final class TestOutcome extends VBox {

  private final Label verdict = new Label();
  private final Label advice = new Label();
  private final ProgressIndicator progress = new ProgressIndicator();

  private final Segments segments = new Segments();
  private final Button remedy = new Button();
  private final Function<CheckResult, Optional<EditorRemedies.Offer>> remedies;

  /**
   * @param remedies what can be done about a result
   */
  TestOutcome(
      PeerEditorModel model, Function<CheckResult, Optional<EditorRemedies.Offer>> remedies) {
    this.remedies = remedies;
    getStyleClass().add("test-outcome");
    verdict.setId("editor-test-verdict");
    advice.setId("editor-test-advice");
    advice.getStyleClass().add("test-advice");
    for (Label label : new Label[] {verdict, advice}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    progress.setPrefSize(16, 16);
    progress.setMinSize(16, 16);
    segments.setId("editor-test-segments");
    segments.setMinWidth(Segments.WIDTH);
    remedy.setId("editor-test-remedy");
    HBox line = new HBox(8, segments, progress, verdict);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(verdict, Priority.ALWAYS);
    getChildren().setAll(line, advice);
    model.testProperty().subscribe(this::show);
  }

  private void show(PeerEditorModel.Test test) {
    offer(Optional.empty());
    switch (test) {
      case PeerEditorModel.Test.None _ -> show("", "status-unknown", "", false);
      case PeerEditorModel.Test.Running(var stage) -> {
        segments.showRunning(stage);
        show(doing(stage), "status-running", "", true);
      }
      case PeerEditorModel.Test.Ended(var result) -> {
        segments.show(result);
        showResult(result);
        offer(remedies.apply(result));
      }
      case PeerEditorModel.Test.NotMade(String why) ->
          show("■ Not checked " + Escapes.oneLine(why) + ".", "status-unknown", "", false);
    }
    boolean hasStages =
        test instanceof PeerEditorModel.Test.Running || test instanceof PeerEditorModel.Test.Ended;
    segments.setVisible(hasStages);
    segments.setManaged(hasStages);
    boolean shown = !(test instanceof PeerEditorModel.Test.None);
    setVisible(shown);
    setManaged(shown);
  }

  private void showResult(CheckResult result) {
    String summary = Escapes.oneLine(result.summary());
    switch (result.outcome()) {
      case SUCCESS ->
          show(
              "✓ " + summary + " in " + ElapsedText.of(result.total()) + ".",
              "status-ok",
              "",
              false);
      case FAILURE -> show("✗ " + summary + ".", "status-failed", firstAdvice(result), false);
      case CANCELLED -> show("■ Stopped.", "status-unknown", "", false);
    }
  }

  private void offer(Optional<EditorRemedies.Offer> offer) {
    getChildren().remove(remedy);
    offer.ifPresent(
        it -> {
          getChildren().add(remedy);
          remedy.setText(it.label());
          remedy.setTooltip(new Tooltip(it.tip()));
          remedy.setOnAction(_ -> it.deed().run());
        });
  }

  private static String firstAdvice(CheckResult result) {
    return result.outcome() == Outcome.FAILURE && !result.advice().isEmpty()
        ? result.advice().getFirst()
        : "";
  }

  private void show(String text, String styleClass, String adviceText, boolean running) {
    verdict.setText(text);
    verdict.getStyleClass().setAll("label", styleClass);
    advice.setText(adviceText);
    advice.setVisible(!adviceText.isEmpty());
    advice.setManaged(!adviceText.isEmpty());
    progress.setVisible(running);
    progress.setManaged(running);
  }

  private static String doing(@Nullable CheckStage stage) {
    return stage == null
        ? "Checking…"
        : "Checking: " + stage.label().toLowerCase(Locale.ROOT) + "…";
  }
}
