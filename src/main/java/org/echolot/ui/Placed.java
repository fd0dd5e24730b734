package org.echolot.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/** Puts windows where they belong: over the middle of their owner, on the owner's screen. */
public final class Placed {

  /** By then a window is where the system has it. */
  private static final Duration SETTLED = Duration.millis(300);

  private Placed() {}

  /**
   * Has a window open over the middle of its owner; one that is larger than the screen is made
   * smaller.
   */
  public static void over(Window owner, Stage stage, double width, double height) {
    Rectangle2D place = place(of(owner), screenOf(owner), width, height);
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
    keepOnScreen(stage, owner);
  }

  /**
   * Has a dialog belong to its owner, over whose middle JavaFX puts it; what is not on the screen
   * there is moved onto it.
   */
  public static void over(Window owner, Dialog<?> dialog) {
    dialog.initOwner(owner);
    Window window = dialog.getDialogPane().getScene().getWindow();
    window.addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> placeIfLarge(owner, dialog));
    keepOnScreen(window, owner);
  }

  /**
   * Over the middle of its owner a large dialog would be partly off the screen, and be seen to
   * jump.
   */
  private static void placeIfLarge(Window owner, Dialog<?> dialog) {
    DialogPane pane = dialog.getDialogPane();
    pane.applyCss();
    pane.layout();
    double width = pane.prefWidth(-1);
    double height = pane.prefHeight(width);
    Rectangle2D middle = middle(of(owner), width, height);
    Rectangle2D place = place(of(owner), screenOf(owner), width, height);
    if (!place.contains(middle)) {
      dialog.setX(place.getMinX());
      dialog.setY(place.getMinY());
    }
  }

  /**
   * Some systems put a window elsewhere while it is being shown, with its title off the screen; and
   * a dialog is put over its owner only after it says that it is shown.
   */
  private static void keepOnScreen(Window window, Window owner) {
    PauseTransition later = new PauseTransition(SETTLED);
    later.setOnFinished(_ -> moveOntoScreen(window, owner));
    window.addEventHandler(
        WindowEvent.WINDOW_SHOWN,
        _ -> {
          new FxThread().frames().execute(() -> moveOntoScreen(window, owner));
          later.playFromStart();
        });
  }

  private static void moveOntoScreen(Window window, Window owner) {
    Rectangle2D now = of(window);
    if (!window.isShowing() || !Double.isFinite(now.getMinX() + now.getMinY() + now.getWidth())) {
      return;
    }
    Rectangle2D screen = screenOf(owner);
    if (now.getMinX() < screen.getMinX()
        || now.getMinY() < screen.getMinY()
        || now.getMaxX() > screen.getMaxX()
        || now.getMaxY() > screen.getMaxY()) {
      Rectangle2D place = place(of(owner), screen, now.getWidth(), now.getHeight());
      window.setX(place.getMinX());
      window.setY(place.getMinY());
    }
  }

  /** Puts a dialog that is shown over the middle of its owner, in a size of its own. */
  public static void resize(Window owner, Dialog<?> dialog, double width, double height) {
    Rectangle2D place = place(of(owner), screenOf(owner), width, height);
    dialog.setX(place.getMinX());
    dialog.setY(place.getMinY());
    dialog.setWidth(place.getWidth());
    dialog.setHeight(place.getHeight());
  }

  private static Rectangle2D of(Window owner) {
    return new Rectangle2D(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight());
  }

  /** What of the screen that has the middle of a window is free for windows. */
  private static Rectangle2D screenOf(Window owner) {
    Rectangle2D window = of(owner);
    return Screen.getScreensForRectangle(
            window.getMinX() + window.getWidth() / 2,
            window.getMinY() + window.getHeight() / 2,
            1,
            1)
        .stream()
        .findFirst()
        .orElseGet(Screen::getPrimary)
        .getVisualBounds();
  }

  /**
   * The middle of {@code owner}, moved as little as it takes to be on the screen.
   *
   * @param screen what of it is free for windows
   */
  static Rectangle2D place(Rectangle2D owner, Rectangle2D screen, double width, double height) {
    double w = Math.min(width, screen.getWidth());
    double h = Math.min(height, screen.getHeight());
    Rectangle2D middle = middle(owner, w, h);
    return new Rectangle2D(
        Math.clamp(middle.getMinX(), screen.getMinX(), screen.getMaxX() - w),
        Math.clamp(middle.getMinY(), screen.getMinY(), screen.getMaxY() - h),
        w,
        h);
  }

  private static Rectangle2D middle(Rectangle2D owner, double width, double height) {
    return new Rectangle2D(
        owner.getMinX() + (owner.getWidth() - width) / 2,
        owner.getMinY() + (owner.getHeight() - height) / 2,
        width,
        height);
  }
}
