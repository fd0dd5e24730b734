package org.echolot.ui.main;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;

/**
 * A picture of a window, enlarged so that strokes of letters have their whole colour somewhere, and
 * what it says of contrast: that of WCAG, 1 to 21. To be used on the FX thread.
 */
final class Pixels {

  private static final int SCALE = 4;

  private final WritableImage image;

  private Pixels(WritableImage image) {
    this.image = image;
  }

  static Pixels of(Scene scene) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(SCALE, SCALE));
    return new Pixels(scene.getRoot().snapshot(parameters, null));
  }

  static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  /** The colour at a place of a node, from its left and its top; negative: from the other side. */
  Color at(Node node, double x, double y) {
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    return color(
        (x < 0 ? bounds.getMaxX() : bounds.getMinX()) + x,
        (y < 0 ? bounds.getMaxY() : bounds.getMinY()) + y);
  }

  private Color color(double sceneX, double sceneY) {
    return image
        .getPixelReader()
        .getColor(
            Math.clamp((int) (sceneX * SCALE), 0, (int) image.getWidth() - 1),
            Math.clamp((int) (sceneY * SCALE), 0, (int) image.getHeight() - 1));
  }

  /** The contrast of words to what is behind them: the colour that most of their area has. */
  double contrastOf(Text words) {
    Bounds bounds = words.localToScene(words.getLayoutBounds());
    List<Color> colors = new ArrayList<>();
    for (double y = bounds.getMinY(); y < bounds.getMaxY(); y += 1.0 / SCALE) {
      for (double x = bounds.getMinX(); x < bounds.getMaxX(); x += 1.0 / SCALE) {
        colors.add(color(x, y));
      }
    }
    Map<Color, Integer> counts = new HashMap<>();
    colors.forEach(color -> counts.merge(color, 1, Integer::sum));
    Color ground =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return colors.stream().mapToDouble(color -> contrast(color, ground)).max().orElse(0);
  }

  /** All words below a node that can be seen whole, and are of nothing that is disabled. */
  static List<Text> wordsIn(Node node) {
    List<Text> found = new ArrayList<>();
    collect(node, node.localToScene(node.getBoundsInLocal()), found);
    return found;
  }

  private static void collect(Node node, Bounds inSight, List<Text> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    boolean clips = node.getClip() != null || node.getStyleClass().contains("viewport");
    Bounds inner = clips ? intersection(inSight, bounds) : inSight;
    if (node instanceof Text text && !text.getText().isBlank() && contains(inSight, bounds)) {
      found.add(text);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, inner, found));
    }
  }

  private static Bounds intersection(Bounds one, Bounds other) {
    double left = Math.max(one.getMinX(), other.getMinX());
    double top = Math.max(one.getMinY(), other.getMinY());
    return new javafx.geometry.BoundingBox(
        left,
        top,
        Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - left),
        Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - top));
  }

  private static boolean contains(Bounds outer, Bounds inner) {
    return inner.getMinX() >= outer.getMinX() - 1
        && inner.getMaxX() <= outer.getMaxX() + 1
        && inner.getMinY() >= outer.getMinY() - 1
        && inner.getMaxY() <= outer.getMaxY() + 1;
  }
}
