package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Application;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.echolot.ui.FxTest;
import org.echolot.ui.Stylesheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words can be read on whatever is behind them: WCAG asks for 4.5:1. Measured from pixels. */
class ContrastTest extends FxTest {

  private static final double READABLE = 4.5;

  private static final List<String> WORDS =
      List.of("look-ok", "look-warning", "look-failed", "look-busy", "look-quiet");

  /** What is behind them: the page, the selection with and without the keyboard, and the cards. */
  private static final Map<String, List<String>> GROUNDS =
      Map.of(
          "-color-bg-default", WORDS,
          "-color-bg-subtle", List.of("look-quiet", "look-ok", "look-failed", "look-warning"),
          "-look-selected", WORDS,
          "-look-selected-elsewhere", WORDS,
          "-color-danger-subtle", List.of("look-failed"),
          "-color-success-subtle", List.of("look-ok"),
          "-color-warning-subtle", List.of("look-warning"));

  @AfterEach
  void backToLight() {
    onFx(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark", "contrast"})
  void wordsCanBeReadOnWhateverIsBehindThem(String theme) {
    onFx(
        () ->
            Application.setUserAgentStylesheet(
                switch (theme) {
                  case "dark" -> new PrimerDark().getUserAgentStylesheet();
                  case "contrast" -> Stylesheets.of(Stylesheets.class, "contrast.css");
                  default -> new PrimerLight().getUserAgentStylesheet();
                }));
    Map<String, Double> tooWeak = new TreeMap<>();
    List<StackPane> patches = new ArrayList<>();
    show(
        () -> {
          VBox all = new VBox();
          all.getStylesheets().add(Stylesheets.look());
          GROUNDS.forEach(
              (ground, words) ->
                  words.forEach(
                      word -> {
                        // A block of the colour of the words shows it without its soft edges.
                        Label label = new Label("\u2588\u2588\u2588");
                        label.setStyle("-fx-text-fill: -" + word + "; -fx-font-size: 16px;");
                        StackPane patch = new StackPane(label);
                        patch.setId(word + " on " + ground);
                        patch.setMinSize(80, 22);
                        StackPane page = new StackPane(patch);
                        page.setStyle("-fx-background-color: -color-bg-default;");
                        patch.setStyle("-fx-background-color: " + ground + ";");
                        patches.add(page);
                        all.getChildren().add(page);
                      }));
          return all;
        },
        200,
        700);
    for (StackPane page : patches) {
      WritableImage image = callOnFx(() -> page.snapshot(null, null));
      int middle = (int) image.getHeight() / 2;
      Color ground = image.getPixelReader().getColor(2, middle);
      Color words = image.getPixelReader().getColor((int) image.getWidth() / 2, middle);
      double contrast = contrast(ground, words);
      if (contrast < READABLE) {
        tooWeak.put(callOnFx(() -> page.getChildren().getFirst().getId()), contrast);
      }
    }
    assertThat(patches).hasSizeGreaterThan(15);
    assertThat(tooWeak).as(theme).isEmpty();
  }

  private static double contrast(Color one, Color other) {
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
}
