package org.echolot.ui.engine;

import javafx.geometry.Insets;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.echolot.ui.Placed;
import org.echolot.ui.Stylesheets;

/** Says how to get a second engine, where this build has one alone. */
public final class SecondOpinionDialog {

  private static final double WIDTH = 560;

  private SecondOpinionDialog() {}

  /** Shows it, and waits for nothing. */
  public static void show(Window owner) {
    VBox content =
        new VBox(
            10,
            text(
                "This Echolot checks with its own DICOM engine. A second opinion comes from"
                    + " dcm4che, the DICOM software that many PACS are built on: both engines check"
                    + " the same peer, and Echolot shows where they differ."),
            text("To get it, start Echolot from its sources like this. It downloads dcm4che once:"),
            command("second-opinion-command", "ECHOLOT_ENGINE=dcm4che bin/run"),
            text("Without a network, unpack dcm4che 5 on this computer and name its folder:"),
            command(
                "second-opinion-offline",
                "DCM4CHE_HOME=/path/to/dcm4che-5 ECHOLOT_ENGINE=dcm4che bin/run"),
            text("Everything else works without it."));
    content.setPadding(new Insets(16));
    content.setPrefWidth(WIDTH);
    Alert dialog = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
    Placed.over(owner, dialog);
    dialog.setTitle("Second opinion");
    dialog.setHeaderText(null);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().setId("second-opinion");
    dialog.getDialogPane().getStylesheets().add(Stylesheets.look());
    dialog.show();
  }

  private static Label text(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  /** Can be copied. */
  private static TextField command(String id, String words) {
    TextField field = new TextField(words);
    field.setId(id);
    field.setEditable(false);
    field.setAccessibleText("Command: " + words);
    return field;
  }
}
