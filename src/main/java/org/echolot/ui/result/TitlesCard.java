package org.echolot.ui.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.probe.AeTitleQuestion.Answered;
import org.echolot.probe.AeTitleQuestion.Try;
import org.echolot.text.Escapes;
import org.echolot.ui.CopyableText;
import org.echolot.ui.peers.TitlesTried;

/** What other AE titles came to, and a button for each pair that works. */
final class TitlesCard extends VBox {

  private final Label headline = new Label();
  private final CopyableText tries = new CopyableText("result-titles-tried");
  private final FlowPane buttons = new FlowPane(8, 8);
  private final ObservableValue<Boolean> canEdit;
  private final Consumer<Try> set;

  /**
   * @param canEdit whether peers can be changed now
   * @param set gives the peer that is shown a pair of AE titles
   */
  TitlesCard(ObservableValue<Boolean> canEdit, Consumer<Try> set) {
    super(4);
    this.canEdit = canEdit;
    this.set = set;
    setId("result-titles");
    getStyleClass().addAll("card", "card-worked");
    headline.setId("result-titles-headline");
    headline.getStyleClass().add("worked-headline");
    headline.setWrapText(true);
    headline.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().setAll(headline, tries, buttons);
  }

  /** Shows what is known; nothing where nobody asked. */
  void show(TitlesTried tried) {
    Answered answered = tried.answered();
    Parts.show(this, tried.isAsking() || answered != null);
    headline.setText(
        answered == null ? "Trying other AE titles …" : Escapes.oneLine(answered.conclusion()));
    List<String> lines = new ArrayList<>();
    if (answered != null) {
      answered.tries().forEach(one -> lines.add(Escapes.oneLine(one.line())));
    }
    tries.show(String.join("\n", lines));
    Parts.show(tries, !lines.isEmpty());
    buttons.getChildren().setAll(tried.working().stream().map(this::button).toList());
    Parts.show(buttons, !tried.working().isEmpty());
  }

  private Button button(Try one) {
    Button button = new Button("Set " + one.callingAe() + " → " + one.calledAe());
    button.setMnemonicParsing(false);
    button.getStyleClass().add("set-titles");
    button.setTooltip(
        new Tooltip("Gives the peer these AE titles and checks it; this can be undone"));
    button.disableProperty().bind(canEdit.map(can -> !can));
    button.setOnAction(_ -> set.accept(one));
    return button;
  }
}
