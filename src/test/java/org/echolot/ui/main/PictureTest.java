package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.echolot.ui.FxTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The window looks as in the documentation: a layout that is broken is seen. Fonts and times may
 * differ a little; {@code bin/screenshots} makes the pictures again.
 */
class PictureTest extends FxTest {

  /** Pictures are compared by the mean brightness of squares of so many pixels. */
  private static final int SQUARE = 16;

  /** Of 255. */
  private static final double NOTABLE = 14;

  private static final double MOST_THAT_DIFFER = 0.12;

  private static Stream<String> documented() {
    // A dialog is as high as what is in it: it is another with each field.
    return Screenshots.DOCUMENTED.stream().filter(name -> !name.startsWith("edit"));
  }

  private static BufferedImage inDocumentation(String name) throws IOException {
    return ImageIO.read(Path.of("docs", "images", name + ".png").toFile());
  }

  @ParameterizedTest
  @MethodSource("documented")
  void theWindowLooksAsInTheDocumentation(String name) throws Exception {
    BufferedImage expected = inDocumentation(name);
    Screenshots.Shot shot =
        Screenshots.shots().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    WritableImage picture = Screenshots.picture(shot);
    BufferedImage actual = Png.copy(picture);
    assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
    assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
    assertThat(differing(expected, actual)).as("parts that differ").isLessThan(MOST_THAT_DIFFER);
  }

  /** What the comparison would let through is not a broken layout. */
  @Test
  void aLayoutThatIsBrokenIsSeen() throws Exception {
    BufferedImage expected = inDocumentation("window-light");
    assertThat(differing(expected, moved(expected, 0, 40)))
        .as("all is 40 px further down")
        .isGreaterThan(MOST_THAT_DIFFER);
    assertThat(differing(expected, moved(expected, 60, 0)))
        .as("all is 60 px further right")
        .isGreaterThan(MOST_THAT_DIFFER);
    assertThat(differing(expected, inDocumentation("console-light")))
        .as("the console is open")
        .isGreaterThan(MOST_THAT_DIFFER);
    assertThat(differing(expected, inDocumentation("several-light")))
        .as("the result is another")
        .isGreaterThan(MOST_THAT_DIFFER);
  }

  private static BufferedImage moved(BufferedImage image, int right, int down) {
    BufferedImage moved =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        moved.setRGB(x, y, image.getRGB(Math.max(0, x - right), Math.max(0, y - down)));
      }
    }
    return moved;
  }

  /** Which part of the squares that hold anything, in either picture, differ. */
  private static double differing(BufferedImage one, BufferedImage other) {
    int differ = 0;
    int filled = 0;
    for (int y = 0; y + SQUARE <= one.getHeight(); y += SQUARE) {
      for (int x = 0; x + SQUARE <= one.getWidth(); x += SQUARE) {
        filled += isFilled(one, x, y) || isFilled(other, x, y) ? 1 : 0;
        differ += Math.abs(brightness(one, x, y) - brightness(other, x, y)) > NOTABLE ? 1 : 0;
      }
    }
    return (double) differ / Math.max(1, filled);
  }

  /** Whether there is more than one colour. */
  private static boolean isFilled(BufferedImage image, int left, int top) {
    int first = image.getRGB(left, top);
    for (int y = top; y < top + SQUARE; y++) {
      for (int x = left; x < left + SQUARE; x++) {
        if (image.getRGB(x, y) != first) {
          return true;
        }
      }
    }
    return false;
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

  private static int brightness(int argb) {
    return (299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF)) / 1000;
  }
}
