package org.echolot.bench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least that JavaFX can show, to measure our window by. */
public final class BareWindow extends Application {

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new Label("Hello"), 1200, 760));
    stage.show();
  }
}
