package org.echolot.ui.result;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckResult;
import org.echolot.check.Stage;
import org.echolot.check.Warning;
import org.echolot.journal.Escapes;

/** One result for a person: what is wrong, whose move it is, what to try, and the ladder. */
final class Verdict extends VBox {

  private final Label headline = new Label();
  private final Label summary = wrapping("result-summary");
  private final Label move = wrapping("result-move");
  private final VBox advice = new VBox();
  private final VBox warnings = new VBox();
  private final Ladder ladder;
  private final Label ended = wrapping("result-ended");
  private final Button ask = new Button("Ask to register us");

  /**
   * @param copyForTicket what the button does
   * @param more what the arrow beside it offers
   * @param register what the other button does, where registration is what it takes
   * @param showStage what a click on a stage does
   */
  Verdict(
      Runnable copyForTicket, List<MenuItem> more, Runnable register, Consumer<Stage> showStage) {
    ladder = new Ladder(showStage);
    getStyleClass().add("verdict");
    headline.setId("result-headline");
    headline.setWrapText(true);
    headline.setMinHeight(Region.USE_PREF_SIZE);
    advice.setId("result-advice");
    advice.getStyleClass().add("advice");
    warnings.setId("result-warnings");
    warnings.getStyleClass().add("advice");
    SplitMenuButton copy = new SplitMenuButton();
    copy.setText("Copy for ticket");
    copy.getItems().setAll(more);
    copy.setId("result-copy-ticket");
    copy.setTooltip(new Tooltip("Copies what to write to the other side (Ctrl+Shift+C)"));
    copy.setOnAction(_ -> copyForTicket.run());
    ask.setId("result-register");
    ask.setTooltip(new Tooltip("Makes what the other side needs to take our calls (Ctrl+Shift+R)"));
    ask.setOnAction(_ -> register.run());
    HBox buttons = new HBox(copy, ask);
    buttons.getStyleClass().add("result-buttons");
    getChildren().setAll(headline, summary, move, advice, warnings, ladder, ended, buttons);
  }

  void show(CheckResult result) {
    headline.setText(ResultText.headline(result));
    headline.getStyleClass().setAll("label", "result-headline", headlineStyle(result));
    summary.setText(ResultText.summary(result));
    setText(move, ResultText.whoseMove(result));
    advice.getChildren().clear();
    for (int i = 0; i < result.advice().size(); i++) {
      advice.getChildren().add(item((i + 1) + ".", result.advice().get(i), "advice-item"));
    }
    show(advice, !result.advice().isEmpty());
    warnings.getChildren().clear();
    for (Warning warning : result.warnings()) {
      warnings.getChildren().add(item("⚠", Escapes.oneLine(warning.text()), "warning-item"));
    }
    show(warnings, !result.warnings().isEmpty());
    ladder.show(result);
    ended.setText(ResultText.whoEnded(result));
    show(ask, ResultText.mayNeedRegistration(result));
  }

  private static String headlineStyle(CheckResult result) {
    return switch (result.outcome()) {
      case SUCCESS -> result.isMarked() ? "status-warning" : "status-ok";
      case FAILURE -> "status-failed";
      case CANCELLED -> "status-unknown";
    };
  }

  private static Node item(String bullet, String text, String styleClass) {
    Label mark = new Label(bullet);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    Label words = new Label(Escapes.oneLine(text));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox item = new HBox(mark, words);
    item.getStyleClass().add(styleClass);
    return item;
  }

  private static Label wrapping(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static void setText(Label label, String text) {
    label.setText(text);
    show(label, !text.isEmpty());
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
