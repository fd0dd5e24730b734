package org.echolot.ui.peers;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/** What the test in the editor found: the verdict and the first thing to try. */
final class TestOutcome extends VBox {

  private final Label verdict = new Label();
  private final Label advice = new Label();
  private final ProgressIndicator progress = new ProgressIndicator();

  TestOutcome(PeerEditorModel model) {
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
    HBox line = new HBox(8, progress, verdict);
    getChildren().setAll(line, advice);
    model.testProperty().subscribe(this::show);
  }

  private void show(PeerEditorModel.Test test) {
    switch (test) {
      case PeerEditorModel.Test.None _ -> show("", "status-unknown", "", false);
      case PeerEditorModel.Test.Running(var stage) ->
          show(doing(stage), "status-running", "", true);
      case PeerEditorModel.Test.Ended(var result) -> showResult(result);
      case PeerEditorModel.Test.NotMade(String why) ->
          show("■ Not checked " + Escapes.oneLine(why) + ".", "status-unknown", "", false);
    }
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
