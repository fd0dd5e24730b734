package org.echolot.ui.main;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.echolot.settings.WindowBounds;
import org.jspecify.annotations.Nullable;

/** Where the window was, and how to put it there again. */
final class WindowMemory {

  /** So much of the title bar must be on a screen for the window to be within reach. */
  private static final double WITHIN_REACH = 80;

  private WindowMemory() {}

  /** Puts the window where it was, unless no screen is there any more. */
  static void restore(Stage stage, @Nullable WindowBounds bounds) {
    if (bounds == null) {
      return;
    }
    boolean reachable =
        !Screen.getScreensForRectangle(
                new Rectangle2D(bounds.x(), bounds.y(), WITHIN_REACH, WITHIN_REACH))
            .isEmpty();
    if (reachable) {
      stage.setX(bounds.x());
      stage.setY(bounds.y());
    }
    stage.setWidth(bounds.width());
    stage.setHeight(bounds.height());
    stage.setMaximized(bounds.maximized());
  }

  static WindowBounds boundsOf(Stage stage) {
    return new WindowBounds(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }
}
