package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.echolot.settings.WindowBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowRoomTest {

  private static final Rectangle2D MAIN = new Rectangle2D(0, 28, 1920, 1052);
  private static final Rectangle2D LEFT = new Rectangle2D(-1280, 0, 1280, 1024);
  private static final List<Rectangle2D> BOTH = List.of(MAIN, LEFT);

  private static Rectangle2D again(double x, double y, double width, double height) {
    return WindowRoom.again(new WindowBounds(x, y, width, height, false), BOTH);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 650, 1000, 650",
    "1366, 768, 1366, 768",
    "1920, 1080, 1440, 810",
    "2560, 1440, 1600, 1000",
    "3840, 2160, 1600, 1000"
  })
  void theFirstTimeItFitsTheScreenAndIsInItsMiddle(
      double width, double height, double windowWidth, double windowHeight) {
    Rectangle2D place = WindowRoom.first(new Rectangle2D(10, 20, width, height));

    assertThat(place.getWidth()).isEqualTo(windowWidth);
    assertThat(place.getHeight()).isEqualTo(windowHeight);
    assertThat(place.getMinX() - 10).isEqualTo((width - windowWidth) / 2);
    assertThat(place.getMinY() - 20).isEqualTo((height - windowHeight) / 2);
  }

  @Test
  void itOpensAgainWhereItWas() {
    assertThat(again(100, 80, 1200, 700)).isEqualTo(new Rectangle2D(100, 80, 1200, 700));
    assertThat(again(-1200, 40, 1100, 700)).isEqualTo(new Rectangle2D(-1200, 40, 1100, 700));
    assertThat(again(-900, 100, 1000, 700))
        .as("mostly on the other screen")
        .isEqualTo(new Rectangle2D(-900, 100, 1000, 700));
    assertThat(again(1700, 900, 1000, 700))
        .as("its title can be reached")
        .isEqualTo(new Rectangle2D(1700, 900, 1000, 700));
  }

  @Test
  void whereNoScreenIsThereAnyMoreItComesToTheMainOne() {
    Rectangle2D middle = new Rectangle2D(460, 204, 1000, 700);
    assertThat(again(2400, 100, 1000, 700)).isEqualTo(middle);
    assertThat(again(1850, 100, 1000, 700)).as("a corner is not enough").isEqualTo(middle);
    assertThat(again(100, 1070, 1000, 700)).isEqualTo(middle);
    assertThat(again(100, -900, 1000, 700)).isEqualTo(middle);
    assertThat(again(5000, 100, 3000, 2000)).isEqualTo(MAIN);
  }

  @Test
  void itIsNoLargerThanItsScreenAndItsTitleIsNotAboveIt() {
    assertThat(again(0, 0, 3840, 2160)).isEqualTo(MAIN);
    assertThat(again(100, 10, 800, 600)).isEqualTo(new Rectangle2D(100, 28, 800, 600));
  }
}
