package org.echolot.ui.main;

import javafx.animation.PauseTransition;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** What was just done, for a few seconds: later it would seem to be of something else. */
final class PassingMessage extends HBox {

  /** How long a message stands. */
  private static final Duration STANDS = Duration.seconds(6);

  /** By how much longer one with a link stands: so that the link can be got to. */
  private static final double FOR_LINK = 2.5;

  private static final double MOST_KEPT = 480;

  private final Duration stands;
  private final Label words = new Label();
  private final Hyperlink folder = new Hyperlink("Show in folder");
  private final PauseTransition end = new PauseTransition();

  PassingMessage(StatusMessage said) {
    this(said, STANDS);
  }

  /**
   * @param stands how long a message stands
   */
  PassingMessage(StatusMessage said, Duration stands) {
    this.stands = stands;
    getStyleClass().add("passing-message");
    words.setId("status-message");
    words.getStyleClass().add("status-message");
    words.setMinWidth(0);
    folder.setId("status-show-in-folder");
    folder.setMinWidth(Region.USE_PREF_SIZE);
    folder.managedProperty().bind(folder.visibleProperty());
    folder.setVisible(false);
    folder.setOnAction(_ -> said.showInFolder());
    getChildren().setAll(words, folder);
    end.setOnFinished(
        _ -> {
          words.setText("");
          folder.setVisible(false);
        });
    said.lastProperty().subscribe((_, last) -> say(last));
  }

  /** All of it is seen, unless it is very long: whatever else there is to say gives way. */
  @Override
  protected double computeMinWidth(double height) {
    return Math.min(MOST_KEPT, computePrefWidth(height));
  }

  private void say(StatusMessage.Said last) {
    words.setText(last.text());
    folder.setVisible(last.file() != null);
    end.setDuration(last.file() == null ? stands : stands.multiply(FOR_LINK));
    end.playFromStart();
  }
}
