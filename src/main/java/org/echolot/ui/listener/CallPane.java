package org.echolot.ui.listener;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineFormat;
import org.echolot.listener.Call;
import org.echolot.listener.CallFacts;
import org.echolot.text.Escapes;
import org.echolot.ui.result.Ladder;
import org.jspecify.annotations.Nullable;

/** All about one call: what it came to, the ladder, what was asked for, and its lines. */
final class CallPane extends VBox {

  private static final int LINES = 14;

  private final Function<Call, List<JournalLine>> lines;
  private final Label headline = new Label("Select a call to see all about it.");
  private final Ladder ladder;
  private final GridPane facts = new GridPane(12, 4);
  private final TextArea log = new TextArea();
  private final Button copy = new Button("Copy ticket");
  private @Nullable Call shown;

  /**
   * @param lines the journal lines of a call
   * @param showStage shows the lines of a stage of a call in the console
   * @param ticket copies the ticket of a call
   */
  CallPane(
      Function<Call, List<JournalLine>> lines,
      BiConsumer<Call, CheckStage> showStage,
      Consumer<Call> ticket) {
    this.lines = lines;
    setId("call");
    setSpacing(8);
    setPadding(new Insets(12));
    headline.setId("call-headline");
    headline.getStyleClass().add("result-headline");
    headline.setWrapText(true);
    headline.setMinHeight(Region.USE_PREF_SIZE);
    ladder =
        new Ladder(
            stage -> {
              if (shown != null) {
                showStage.accept(shown, stage);
              }
            });
    facts.setId("call-facts");
    ColumnConstraints name = new ColumnConstraints();
    name.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    facts.getColumnConstraints().setAll(name, value);
    copy.setId("call-ticket");
    copy.setTooltip(new Tooltip("Copies all about this call, for the administrator of the caller"));
    copy.setOnAction(
        _ -> {
          if (shown != null) {
            ticket.accept(shown);
          }
        });
    log.setId("call-lines");
    log.setEditable(false);
    log.setPrefRowCount(LINES);
    log.setAccessibleText("The log of this call");
    log.getStyleClass().add("call-lines");
    getChildren().setAll(headline, copy, ladder, facts, log);
    hideParts(true);
  }

  private void hideParts(boolean hidden) {
    for (Node part : List.of(copy, ladder, facts, log)) {
      part.setVisible(!hidden);
      part.setManaged(!hidden);
    }
  }

  /**
   * Shows a call, which may be one that is shown and has got on.
   *
   * @param call null: none
   */
  void show(@Nullable Call call) {
    shown = call;
    hideParts(call == null);
    headline.getStyleClass().removeIf(style -> style.startsWith("status-"));
    if (call == null) {
      headline.setText("Select a call to see all about it.");
      return;
    }
    headline.setText(Escapes.oneLine(CallFacts.summary(call)) + ".");
    headline.getStyleClass().add(CallLook.style(call));
    ladder.show(call.stages(), call.isGood() ? Outcome.SUCCESS : Outcome.FAILURE);
    facts.getChildren().clear();
    int row = 0;
    for (CallFacts.Fact fact : CallFacts.of(call)) {
      Label name = new Label(fact.name());
      name.getStyleClass().add("fact-name");
      CopyableLabel value =
          new CopyableLabel(
              "call-fact-" + row,
              fact.value().lines().map(Escapes::oneLine).collect(Collectors.joining("\n")));
      value.setAccessibleText(fact.name() + ": " + value.getText());
      facts.addRow(row++, name, value);
      GridPane.setValignment(name, VPos.TOP);
    }
    String text =
        lines.apply(call).stream().map(LineFormat::text).collect(Collectors.joining("\n"));
    if (!text.equals(log.getText())) {
      log.setText(text);
    }
  }
}
