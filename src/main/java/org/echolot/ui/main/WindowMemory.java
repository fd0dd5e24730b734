package org.echolot.ui.main;

import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.echolot.settings.WindowBounds;
import org.jspecify.annotations.Nullable;

/** Where the window is, and how to put it there again. To be used on the FX thread. */
final class WindowMemory {

  /** So much of the title bar must be on a screen for the window to be within reach. */
  private static final double WITHIN_REACH = 80;

  private final Stage stage;
  private WindowBounds unmaximized;

  /** Follows the window, so that its size outlives that it is maximized. */
  WindowMemory(Stage stage) {
    this.stage = stage;
    this.unmaximized = current();
    Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
        .forEach(property -> property.addListener(_ -> moved()));
  }

  private void moved() {
    if (!stage.isMaximized() && !stage.isIconified() && stage.isShowing()) {
      unmaximized = current();
    }
  }

  private WindowBounds current() {
    return new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
  }

  /** Puts the window where it was, unless no screen is there any more. */
  void restore(@Nullable WindowBounds bounds) {
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

  /** Where the window is; while it is maximized, where it would be otherwise. */
  WindowBounds bounds() {
    return new WindowBounds(
        unmaximized.x(),
        unmaximized.y(),
        unmaximized.width(),
        unmaximized.height(),
        stage.isMaximized());
  }
}
