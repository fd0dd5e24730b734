package org.echolot.ui.main;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a list without peers shows: how to get the first ones. */
final class Welcome extends VBox {

  /**
   * @param builtIn adds the built-in echo server
   * @param orthanc adds an Orthanc on this computer
   * @param other opens the editor
   */
  Welcome(Runnable builtIn, Runnable orthanc, Runnable other) {
    setId("welcome");
    getStyleClass().add("welcome");
    Label title = new Label("No peers yet");
    title.getStyleClass().add(Styles.TITLE_3);
    Button first = button("welcome-built-in", "Add the built-in echo server", builtIn);
    first.getStyleClass().add(Styles.ACCENT);
    getChildren()
        .setAll(
            title,
            text(
                "A peer is a DICOM system that Echolot can check. It has an AE title, a host and a"
                    + " port."),
            first,
            text("It runs inside Echolot and answers at once: a good first check."),
            button("welcome-orthanc", "Add an Orthanc on this computer", orthanc),
            text("ORTHANC at localhost, port 4242: Orthanc's defaults."),
            button("welcome-add", "Add another peer…", other));
  }

  private static Button button(String id, String text, Runnable run) {
    Button button = new Button(text);
    button.setId(id);
    button.setOnAction(_ -> run.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private static Node text(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add("welcome-text");
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
