package org.echolot.ui.result;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.report.RuledOut;
import org.echolot.ui.CopyableText;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.CheckAction;
import org.echolot.ui.action.Place;
import org.echolot.ui.action.TicketAction;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.ResultWords;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How a check ended, whose move it is, what is ruled out, and what can be done about it at once.
 */
final class VerdictCard extends VBox {

  private final FontIcon icon = new FontIcon(Feather.CIRCLE);
  private final Label headline = new Label();
  private final Label move = new Label();
  private final Tooltip moveTip = new Tooltip();
  private final CopyableText summary = new CopyableText("result-summary");
  private final CopyableText ruledOut = new CopyableText("result-ruled-out");
  private final Label legacy = new Label();
  private final FlowPane buttons = new FlowPane(8, 8);
  private final SplitMenuButton copy = new SplitMenuButton();
  private final Button expect = new Button(CheckAction.EXPECT.look().text());
  private final Map<Remedy, Button> remedies;

  VerdictCard(Actions actions, Map<Remedy, Button> remedies) {
    this.remedies = remedies;
    setId("result-card");
    getStyleClass().add("card");
    headline.setId("result-headline");
    headline.getStyleClass().add("result-headline");
    headline.setWrapText(true);
    headline.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(headline, Priority.ALWAYS);
    headline.setMaxWidth(Double.MAX_VALUE);
    move.setId("result-move");
    move.getStyleClass().add("badge");
    move.setMinWidth(Region.USE_PREF_SIZE);
    move.setTooltip(moveTip);
    HBox top = new HBox(8, icon, headline, move);
    top.setAlignment(Pos.CENTER_LEFT);
    legacy.setId("result-legacy");
    legacy.setWrapText(true);
    legacy.setMinHeight(Region.USE_PREF_SIZE);
    legacy.getStyleClass().add("legacy-warning");
    copy.setText(TicketAction.COPY.look().text());
    copy.setGraphic(new FontIcon(Feather.CLIPBOARD));
    copy.getItems().setAll(actions.menuItems(Place.RESULT_MENU));
    copy.setId("result-copy-ticket");
    copy.setTooltip(
        new Tooltip(
            "Copies the text for the peer's administrator (" + TicketAction.COPY.keyText() + ")"));
    copy.setOnAction(_ -> actions.perform(TicketAction.COPY));
    expect.setId("result-expect");
    expect.setTooltip(new Tooltip(CheckAction.EXPECT.look().tip()));
    expect.setOnAction(_ -> actions.perform(CheckAction.EXPECT));
    buttons.getChildren().setAll(copy, expect);
    getChildren().setAll(top, summary, ruledOut, legacy, buttons);
  }

  /**
   * Shows a result.
   *
   * @param isFirst whether the first button here is what is to be done first: it alone is blue
   */
  void show(CheckResult result, boolean isFirst) {
    icon.setIconCode(
        switch (result.outcome()) {
          case SUCCESS -> result.isMarked() ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE;
          case FAILURE -> Feather.X_CIRCLE;
          case CANCELLED -> Feather.STOP_CIRCLE;
        });
    String style = style(result);
    icon.getStyleClass().setAll("ikonli-font-icon", "card-icon", "status-" + style);
    headline.getStyleClass().setAll("label", "result-headline", "status-" + style);
    getStyleClass().setAll("card", "card-" + style);
    headline.setText(ResultText.headline(result));
    summary.show(ResultText.summary(result));
    String moves = ResultText.move(result);
    move.setText(moves);
    moveTip.setText(
        "Whose move it is: " + ResultText.moveOf(result).label().toLowerCase(Locale.ROOT));
    move.getStyleClass().setAll("label", "badge", "badge-" + style);
    Parts.show(move, !moves.isEmpty());
    String ruled = RuledOut.of(result).map(text -> "Ruled out: " + text).orElse("");
    ruledOut.show(ruled);
    Parts.show(ruledOut, !ruled.isEmpty());
    legacy.setText(TlsReportText.legacyWarning(result));
    Parts.show(legacy, !legacy.getText().isEmpty());
    List<Remedy> offered = Remedy.of(result);
    buttons.getChildren().setAll(offered.stream().map(remedies::get).toList());
    buttons.getChildren().addAll(copy, expect);
    remedies.forEach(
        (remedy, button) ->
            Parts.accent(button, isFirst && !offered.isEmpty() && remedy == offered.getFirst()));
  }

  private static String style(CheckResult result) {
    return switch (result.outcome()) {
      case SUCCESS -> result.isMarked() ? "warning" : "ok";
      case FAILURE -> "failed";
      case CANCELLED -> "unknown";
    };
  }

  /** Whether the verdict is one that calls for an action. */
  static boolean needsAction(CheckResult result) {
    return result.outcome() == Outcome.FAILURE;
  }

  /** The words for a peer that was not checked since the start. */
  static String notCheckedNow(PeerRow row) {
    return (row.checkedAt() == null
            ? "Not checked yet. "
            : "Last result: " + ResultWords.before(row) + ". Not checked since Echolot opened. ")
        + CheckAction.ECHO.keyText()
        + " checks it.";
  }
}
