package org.echolot.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconsTest {

  @ParameterizedTest
  @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
  void theWindowFindsTheIconInEachSize(int pixels) throws Exception {
    try (InputStream file =
        IconsTest.class.getResourceAsStream(
            "/org/echolot/ui/icons/echolot-%d.png".formatted(pixels))) {
      assertThat(file).isNotNull();
      BufferedImage icon = ImageIO.read(file);
      assertThat(icon.getWidth()).isEqualTo(pixels);
      assertThat(icon.getHeight()).isEqualTo(pixels);
    }
  }
}
