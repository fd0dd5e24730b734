package org.echolot.ui.logs;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.logs.Explained;
import org.echolot.logs.ExplanationText;
import org.echolot.logs.Party;
import org.echolot.logs.Side;

/** One kind of line: what it means, whose move it is, what to do, and the lines. */
final class ExplainedCard extends VBox {

  private ExplainedCard() {
    getStyleClass().add("explain-card");
  }

  ExplainedCard(Explained explained) {
    this();
    add(explained.meaning().means(), "explain-meaning");
    if (explained.meaning().move() == Party.NOBODY) {
      getStyleClass().add("explain-ordinary");
    }
    add("Whose move: " + explained.meaning().move().label(), "explain-move");
    add("Next: " + explained.meaning().next(), "explain-next");
    if (!explained.meaning().causes().isEmpty()) {
      add("Cause: " + ExplanationText.causes(explained.meaning().causes()), "explain-cause");
    }
    if (explained.meaning().side() != Side.EITHER) {
      add("Written by: " + explained.meaning().side().label(), "explain-cause");
    }
    add(
        explained.pattern().tool() + ", " + lowerCase(ExplanationText.where(explained)) + ":",
        "explain-where");
    explained.samples().forEach(sample -> add(sample, "explain-line"));
  }

  static ExplainedCard ofUnknown(List<String> samples) {
    ExplainedCard card = new ExplainedCard();
    card.getStyleClass().add("explain-ordinary");
    card.add("Lines that Echolot does not know (the first few):", "explain-where");
    samples.forEach(sample -> card.add(sample, "explain-line"));
    return card;
  }

  private static String lowerCase(String words) {
    return Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  private void add(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    getChildren().add(label);
  }
}
