package org.echolot.ui.history;

import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** A region that is not seen, and takes a colour from the theme for what is painted by hand. */
final class ChartProbe extends Region {

  /**
   * @param color a colour of the theme, for example {@code -color-accent-emphasis}
   */
  ChartProbe(String color) {
    setManaged(false);
    setVisible(false);
    setStyle("-fx-background-color: " + color + ";");
  }

  /** As 0xAARRGGBB, opaque; what lies below a colour that lets through is {@code under}. */
  int argb(int under) {
    applyCss();
    if (getBackground() == null || getBackground().getFills().isEmpty()) {
      return under;
    }
    Paint paint = getBackground().getFills().getFirst().getFill();
    if (!(paint instanceof Color color)) {
      return under;
    }
    double part = color.getOpacity();
    return 0xFF000000
        | channel(color.getRed(), part, under >> 16) << 16
        | channel(color.getGreen(), part, under >> 8) << 8
        | channel(color.getBlue(), part, under);
  }

  private static int channel(double value, double part, int under) {
    return (int) Math.round(255 * value * part + (under & 0xFF) * (1 - part));
  }
}
