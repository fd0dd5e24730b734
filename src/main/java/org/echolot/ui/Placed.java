package org.echolot.ui;

import javafx.stage.Stage;
import javafx.stage.Window;

/** Puts windows where they belong. */
public final class Placed {

  private Placed() {}

  /**
   * Has a window open over the middle of its owner, on the owner's screen.
   *
   * @param width that it will have
   * @param height that it will have
   */
  public static void over(Window owner, Stage stage, double width, double height) {
    stage.setX(Math.max(0, owner.getX() + (owner.getWidth() - width) / 2));
    stage.setY(Math.max(0, owner.getY() + (owner.getHeight() - height) / 2));
  }
}
