package org.echolot.ui.main;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Draws a notice. */
final class NoticeLine {

  private NoticeLine() {}

  /** A line with the mark of the notice, its text, and a button for each offer. */
  static Node of(Notice notice) {
    Label mark =
        new Label(
            switch (notice.kind()) {
              case INFO -> "ℹ";
              case WARNING -> "⚠";
              case DANGER -> "✗";
            });
    mark.getStyleClass().add("notice-mark");
    mark.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label(notice.text());
    text.getStyleClass().add("notice-text");
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(mark, text);
    for (Notice.Offer offer : notice.offers()) {
      Button button = new Button(offer.label());
      button.setId(offer.id());
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(_ -> offer.run().run());
      line.getChildren().add(button);
    }
    line.getStyleClass()
        .addAll("notice", "notice-" + notice.kind().name().toLowerCase(Locale.ROOT));
    return line;
  }
}
