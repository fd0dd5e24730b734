package org.echolot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PlacedTest {

  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1050);

  /** To the left of the first one, as many desks have it. */
  private static final Rectangle2D LEFT = new Rectangle2D(-1920, 0, 1920, 1050);

  @Test
  void aDialogIsInTheMiddleOfItsOwner() {
    assertThat(Placed.place(new Rectangle2D(500, 200, 1000, 700), SCREEN, 600, 500))
        .isEqualTo(new Rectangle2D(700, 300, 600, 500));
    assertThat(Placed.place(new Rectangle2D(-1500, 200, 1000, 700), LEFT, 600, 500))
        .isEqualTo(new Rectangle2D(-1300, 300, 600, 500));
  }

  @Test
  void itIsWhollyOnTheScreenOfItsOwner() {
    assertThat(Placed.place(new Rectangle2D(1700, 900, 800, 600), SCREEN, 860, 640))
        .isEqualTo(new Rectangle2D(1060, 410, 860, 640));
    assertThat(Placed.place(new Rectangle2D(-300, -100, 400, 300), SCREEN, 860, 640))
        .isEqualTo(new Rectangle2D(0, 0, 860, 640));
  }

  @Test
  void itIsNoLargerThanTheScreen() {
    assertThat(
            Placed.place(
                new Rectangle2D(0, 0, 1000, 650), new Rectangle2D(0, 28, 1000, 622), 1060, 640))
        .isEqualTo(new Rectangle2D(0, 28, 1000, 622));
  }
}
