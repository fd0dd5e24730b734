package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.echolot.ui.FxTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The window looks as in the documentation: a layout that is broken is seen. Fonts and times may
 * differ a little; {@code bin/screenshots} makes the pictures again.
 */
class PictureTest extends FxTest {

  /** Pictures are compared by the mean brightness of squares of so many pixels. */
  private static final int SQUARE = 32;

  /** Of 255. */
  private static final double NOTABLE = 40;

  private static final double MOST_THAT_DIFFER = 0.06;

  @ParameterizedTest
  @ValueSource(strings = {"window-light", "window-dark"})
  void theWindowLooksAsInTheDocumentation(String name) throws Exception {
    BufferedImage expected = ImageIO.read(Path.of("docs", "images", name + ".png").toFile());
    Screenshots.Shot shot =
        Screenshots.shots().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    WritableImage actual = Screenshots.picture(shot);
    assertThat((int) actual.getWidth()).isEqualTo(expected.getWidth());
    assertThat((int) actual.getHeight()).isEqualTo(expected.getHeight());
    int differ = 0;
    int all = 0;
    for (int y = 0; y + SQUARE <= expected.getHeight(); y += SQUARE) {
      for (int x = 0; x + SQUARE <= expected.getWidth(); x += SQUARE) {
        all++;
        double before = brightness(expected, x, y);
        differ += Math.abs(before - brightness(actual, x, y)) > NOTABLE ? 1 : 0;
      }
    }
    assertThat((double) differ / all).as("parts that differ").isLessThan(MOST_THAT_DIFFER);
  }

  private static double brightness(BufferedImage image, int left, int top) {
    long sum = 0;
    for (int y = top; y < top + SQUARE; y++) {
      for (int x = left; x < left + SQUARE; x++) {
        sum += brightness(image.getRGB(x, y));
      }
    }
    return sum / (double) (SQUARE * SQUARE);
  }

  private static double brightness(WritableImage image, int left, int top) {
    long sum = 0;
    for (int y = top; y < top + SQUARE; y++) {
      for (int x = left; x < left + SQUARE; x++) {
        sum += brightness(image.getPixelReader().getArgb(x, y));
      }
    }
    return sum / (double) (SQUARE * SQUARE);
  }

  private static int brightness(int argb) {
    return (299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF)) / 1000;
  }
}
