package org.echolot.ui.main;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.PeerAction;

/** Says at the bottom of the list for a moment what can be undone, with a link that does. */
final class UndoToast extends HBox {

  private static final Duration STANDS = Duration.seconds(6);

  UndoToast(StatusMessage message, Actions actions) {
    this(message, () -> actions.perform(PeerAction.UNDO), STANDS);
  }

  /**
   * @param command undoes what was done last
   * @param stands how long it is seen
   */
  UndoToast(StatusMessage message, Runnable command, Duration stands) {
    PauseTransition end = new PauseTransition(stands);
    setId("undo-toast");
    getStyleClass().add("undo-toast");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    Label said = new Label();
    said.setId("undo-toast-text");
    Hyperlink undo = new Hyperlink("Undo");
    undo.setId("undo-toast-undo");
    undo.setFocusTraversable(false); // it goes by itself; the key does the same
    undo.setOnAction(
        _ -> {
          setVisible(false);
          command.run();
        });
    getChildren().setAll(said, undo);
    setVisible(false);
    end.setOnFinished(_ -> setVisible(false));
    message
        .undoableProperty()
        .subscribe(
            (_, last) -> {
              said.setText(last.text());
              setVisible(!last.text().isEmpty());
              end.playFromStart();
            });
  }
}
