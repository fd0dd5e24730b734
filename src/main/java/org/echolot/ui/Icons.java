package org.echolot.ui;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The icon of the window, in the sizes that window systems ask for. */
public final class Icons {

  private Icons() {}

  /** All sizes, from 16 to 512 pixels. */
  public static List<Image> ofWindow() {
    return Stream.of(16, 24, 32, 48, 64, 128, 256, 512)
        .map(size -> new Image(open("icons/echolot-" + size + ".png")))
        .toList();
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Icons.class.getResourceAsStream(name), name);
  }
}
