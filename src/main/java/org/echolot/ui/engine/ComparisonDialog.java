package org.echolot.ui.engine;

import javafx.geometry.Insets;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.echolot.text.Escapes;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;
import org.echolot.ui.result.ComparisonView;

/** A window of its own that fills while the engines check; closing it stops them. */
public final class ComparisonDialog {

  private ComparisonDialog() {}

  /**
   * Shows what {@code model} has, and whatever comes later.
   *
   * @param peer the name of who is checked
   */
  public static void show(Window owner, String peer, ComparisonModel model) {
    Label verdict = new Label();
    verdict.setId("comparison-verdict");
    ComparisonView view = new ComparisonView();
    ScrollPane scrolled = new ScrollPane(view);
    scrolled.setFitToWidth(true);
    VBox.setVgrow(scrolled, Priority.ALWAYS);
    VBox content = new VBox(12, verdict, scrolled);
    content.setPadding(new Insets(16));
    content.setPrefSize(760, 480);
    model
        .comparisonProperty()
        .subscribe(
            comparison -> {
              verdict.setText(model.verdict());
              view.show(comparison);
            });
    Alert dialog = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
    Placed.over(owner, dialog);
    dialog.initModality(Modality.NONE);
    dialog.setTitle("Engines compared: " + Escapes.oneLine(peer));
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getStylesheets().add(Stylesheets.look());
    dialog.setOnHidden(_ -> model.stop());
    dialog.show();
  }
}
