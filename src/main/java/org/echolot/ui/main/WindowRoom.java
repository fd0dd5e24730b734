package org.echolot.ui.main;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.echolot.settings.WindowBounds;

/** Where on the screens the window has its place. */
final class WindowRoom {

  /** What the window is made for, and the most that it takes by itself. */
  private static final double WIDTH = 1366;

  private static final double HEIGHT = 800;
  private static final double MOST_WIDTH = 1600;
  private static final double MOST_HEIGHT = 1000;

  /** Of a large screen it takes so much by itself. */
  private static final double PART = 0.75;

  /** So much of the title bar must be on a screen for the window to be within reach. */
  private static final double REACH_WIDTH = 120;

  private static final double REACH_HEIGHT = 24;

  private WindowRoom() {}

  /**
   * Where it opens the first time: in the middle of the screen, and never larger than that.
   *
   * @param screen what of it is free for windows
   */
  static Rectangle2D first(Rectangle2D screen) {
    double width =
        Math.min(screen.getWidth(), Math.clamp(screen.getWidth() * PART, WIDTH, MOST_WIDTH));
    double height =
        Math.min(screen.getHeight(), Math.clamp(screen.getHeight() * PART, HEIGHT, MOST_HEIGHT));
    return centred(screen, width, height);
  }

  /**
   * Where it opens again: where it was, as far as that is on a screen. Where no screen is there any
   * more it comes to the middle of the first.
   *
   * @param screens what of each is free for windows, the main one first; at least one
   */
  static Rectangle2D again(WindowBounds before, List<Rectangle2D> screens) {
    Rectangle2D title = new Rectangle2D(before.x(), before.y(), before.width(), REACH_HEIGHT);
    Rectangle2D screen =
        screens.stream()
            .filter(each -> isWithinReach(title, each))
            .max(Comparator.comparingDouble(each -> common(title, each)))
            .orElse(null);
    if (screen == null) {
      Rectangle2D main = screens.getFirst();
      return centred(
          main,
          Math.min(before.width(), main.getWidth()),
          Math.min(before.height(), main.getHeight()));
    }
    return new Rectangle2D(
        before.x(),
        Math.max(before.y(), screen.getMinY()),
        Math.min(before.width(), screen.getWidth()),
        Math.min(before.height(), screen.getHeight()));
  }

  private static boolean isWithinReach(Rectangle2D title, Rectangle2D screen) {
    return common(title, screen) >= Math.min(REACH_WIDTH, title.getWidth())
        && title.getMaxY() > screen.getMinY()
        && title.getMinY() + REACH_HEIGHT <= screen.getMaxY();
  }

  /** How much of the width both have. */
  private static double common(Rectangle2D one, Rectangle2D other) {
    return Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
  }

  private static Rectangle2D centred(Rectangle2D screen, double width, double height) {
    return new Rectangle2D(
        screen.getMinX() + (screen.getWidth() - width) / 2,
        screen.getMinY() + (screen.getHeight() - height) / 2,
        width,
        height);
  }
}
