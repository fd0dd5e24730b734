package org.echolot.ui.result;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Warning;
import org.echolot.report.RuledOut;
import org.echolot.text.Escapes;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.Place;
import org.echolot.ui.action.TicketAction;

/** One result for a person: what is wrong, whose move it is, what to try, and the ladder. */
final class Verdict extends VBox {

  private final Label headline = new Label();
  private final Label summary = wrapping("result-summary");
  private final Label move = wrapping("result-move");
  private final VBox advice = new VBox();
  private final Label ruledOut = wrapping("result-ruled-out");
  private final VBox warnings = new VBox();
  private final Ladder ladder;
  private final Label ended = wrapping("result-ended");

  private final Label legacy = wrapping("result-legacy");
  private final FlowPane buttons = new FlowPane(8, 8);
  private final SplitMenuButton copy = new SplitMenuButton();
  private final Map<Remedy, Button> remedies;

  /**
   * @param actions those of the window
   * @param showStage what a click on a stage does
   * @param remedies the button of each
   */
  Verdict(Actions actions, Consumer<CheckStage> showStage, Map<Remedy, Button> remedies) {
    this.remedies = remedies;
    ladder = new Ladder(showStage);
    legacy.getStyleClass().add("legacy-warning");
    getStyleClass().add("verdict");
    headline.setId("result-headline");
    headline.setWrapText(true);
    headline.setMinHeight(Region.USE_PREF_SIZE);
    advice.setId("result-advice");
    advice.getStyleClass().add("advice");
    warnings.setId("result-warnings");
    warnings.getStyleClass().add("advice");
    copy.setText(TicketAction.COPY.look().text());
    copy.getItems().setAll(actions.menuItems(Place.RESULT_MENU));
    copy.setId("result-copy-ticket");
    copy.setTooltip(
        new Tooltip(
            "Copies the text for the peer's administrator (" + TicketAction.COPY.keyText() + ")"));
    copy.setOnAction(_ -> actions.perform(TicketAction.COPY));
    buttons.getChildren().setAll(copy);
    getChildren()
        .setAll(
            headline, summary, legacy, move, advice, ruledOut, warnings, buttons, ladder, ended);
  }

  void show(CheckResult result) {
    headline.setText(ResultText.headline(result));
    headline.getStyleClass().setAll("label", "result-headline", headlineStyle(result));
    summary.setText(ResultText.summary(result));
    setText(move, ResultText.whoseMove(result));
    advice.getChildren().clear();
    boolean several = result.advice().size() > 1;
    for (int i = 0; i < result.advice().size(); i++) {
      String number = several ? (i + 1) + "." : "→";
      advice.getChildren().add(item(number, result.advice().get(i), "advice-item"));
    }
    setText(ruledOut, RuledOut.of(result).map(text -> "Ruled out: " + text).orElse(""));
    show(advice, !result.advice().isEmpty());
    warnings.getChildren().clear();
    for (Warning warning : TlsReportText.withoutLegacy(result.warnings())) {
      warnings.getChildren().add(item("⚠", Escapes.oneLine(warning.text()), "warning-item"));
    }
    show(warnings, !warnings.getChildren().isEmpty());
    setText(legacy, TlsReportText.legacyWarning(result));
    buttons.getChildren().setAll(Remedy.of(result).stream().map(remedies::get).toList());
    buttons.getChildren().add(copy);
    ladder.show(result);
    ended.setText(ResultText.whoEnded(result));
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
