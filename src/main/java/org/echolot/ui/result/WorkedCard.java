package org.echolot.ui.result;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckRequest;
import org.echolot.ui.CopyableText;
import org.jspecify.annotations.Nullable;

/** When a peer that fails last worked, what has changed since, and a button to set that back. */
final class WorkedCard extends VBox {

  private final Label headline = new Label();
  private final CopyableText changes = new CopyableText("result-changes");
  private final VBox words = new VBox(4);
  private final HBox beside = new HBox(8);
  private final Button setBack = new Button("Set back and check");
  private final Consumer<CheckRequest> whenSetBack;
  private @Nullable Worked shown;

  /**
   * @param whenSetBack sets a peer back to how it was asked then
   */
  WorkedCard(Consumer<CheckRequest> whenSetBack) {
    this.whenSetBack = whenSetBack;
    setId("result-worked");
    getStyleClass().addAll("card", "card-worked");
    headline.getStyleClass().add("worked-headline");
    headline.setWrapText(true);
    headline.setMinHeight(Region.USE_PREF_SIZE);
    changes.getStyleClass().add("worked-changes");
    setBack.setId("result-set-back");
    setBack.getStyleClass().add(Parts.ACCENT);
    setBack.setMinWidth(Region.USE_PREF_SIZE);
    setBack.setTooltip(
        new Tooltip("Changes the peer to the settings that worked; this can be undone"));
    setBack.setOnAction(_ -> setBack());
    HBox.setHgrow(words, Priority.ALWAYS);
    beside.setAlignment(Pos.CENTER_LEFT);
    beside.getChildren().setAll(words, setBack);
    layOut(false);
  }

  /** Several lines have the whole width; one has the button beside it. */
  private void layOut(boolean several) {
    words.getChildren().setAll(several ? List.of(headline) : List.of(headline, changes));
    getChildren().setAll(several ? List.of(beside, changes) : List.of(beside));
  }

  Button button() {
    return setBack;
  }

  private void setBack() {
    Worked worked = shown;
    CheckRequest then = worked == null ? null : worked.then();
    if (then != null) {
      whenSetBack.accept(then);
    }
  }

  /**
   * Shows what changed.
   *
   * @param worked null: nothing is known
   */
  void show(@Nullable Worked worked) {
    shown = worked;
    Parts.show(this, worked != null);
    Parts.show(setBack, worked != null && worked.then() != null);
    if (worked != null) {
      headline.setText(worked.headline(Instant.now(), ZoneId.systemDefault()));
      layOut(worked.changes().size() > 1);
      changes.show(String.join("\n", worked.changes()));
      Parts.show(changes, !worked.changes().isEmpty());
    }
  }
}
