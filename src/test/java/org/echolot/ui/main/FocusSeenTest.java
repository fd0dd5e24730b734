package org.echolot.ui.main;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.echolot.settings.Theme;
import org.echolot.ui.CopyableText;
import org.echolot.ui.FxTest;
import org.echolot.ui.Stylesheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the keyboard is can be seen at each kind of control: 3:1 between before and after. */
class FocusSeenTest extends FxTest {

  private static final double SEEN = 3;

  private static final int AROUND = 5;

  /** Fewer are a speck. */
  private static final int LEAST_PIXELS = 40;

  @AfterEach
  void backToLight() {
    onFx(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
  }

  private static ToggleButton toggle(String text, String styleClass) {
    ToggleButton button = new ToggleButton(text);
    button.getStyleClass().add(styleClass);
    return button;
  }

  private static Map<String, Node> controls() {
    Map<String, Node> controls = new TreeMap<>();
    Map<String, Supplier<Node>> kinds =
        Map.ofEntries(
            Map.entry("button", () -> new Button("Check these")),
            Map.entry("chip", () -> toggle("4 failing", "chip")),
            Map.entry("segment", () -> toggle("This check", "segmented-button")),
            Map.entry("check box", () -> new CheckBox("Speak TLS")),
            Map.entry("radio button", () -> new RadioButton("Light")),
            Map.entry("combo box", () -> new ComboBox<String>()),
            Map.entry("text field", () -> new TextField("CT 1")),
            Map.entry("link", () -> new Hyperlink("Associate")),
            Map.entry("menu button", () -> new MenuButton("Watch")),
            Map.entry("section", () -> new TitledPane("1 warning", new Label("x"))),
            Map.entry("tab", () -> new TabPane(new Tab("Result", new Label("x")), new Tab("TLS"))),
            Map.entry("text to copy", FocusSeenTest::words));
    kinds.forEach((name, kind) -> controls.put(name, kind.get()));
    controls.forEach((name, node) -> node.setId(name));
    return controls;
  }

  private static Node words() {
    CopyableText words = new CopyableText("words");
    words.show("The peer does not recognize us.");
    return words;
  }

  private static void use(Theme theme) {
    onFx(
        () ->
            Application.setUserAgentStylesheet(
                switch (theme) {
                  case DARK -> new PrimerDark().getUserAgentStylesheet();
                  case CONTRAST -> Stylesheets.of(Stylesheets.class, "contrast.css");
                  case LIGHT, SYSTEM -> new PrimerLight().getUserAgentStylesheet();
                }));
  }

  @ParameterizedTest
  @EnumSource(value = Theme.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void eachControlShowsThatItHasTheKeyboard(Theme theme) {
    use(theme);
    Map<String, Node> controls = callOnFx(FocusSeenTest::controls);
    Button first = callOnFx(() -> new Button("first"));
    show(
        () -> {
          VBox all = new VBox(12, first);
          all.getChildren().addAll(controls.values());
          all.getStylesheets().add(Stylesheets.look());
          all.setStyle("-fx-background-color: -color-bg-default; -fx-padding: 12;");
          return all;
        },
        400,
        700);
    onFx(first::requestFocus);
    waitForFx();
    Map<String, WritableImage> before = new TreeMap<>();
    controls.forEach((name, node) -> before.put(name, picture(node)));
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < controls.size() * 3 && seen.size() < controls.size(); i++) {
      push(KeyCode.TAB);
      waitForFx();
      controls.forEach(
          (name, node) -> {
            if (callOnFx(node::isFocused)) {
              seen.put(name, different(requireNonNull(before.get(name)), picture(node)));
            }
          });
    }
    assertThat(seen.keySet()).as("reached with Tab").isEqualTo(controls.keySet());
    assertThat(seen.entrySet().stream().filter(each -> each.getValue() < LEAST_PIXELS).toList())
        .as(theme + ": pixels that tell of the focus")
        .isEqualTo(List.of());
  }

  /** The control as it is in its place, with a little around it. */
  private static WritableImage picture(Node node) {
    return callOnFx(
        () -> {
          Bounds bounds = node.getBoundsInParent();
          Bounds layout = node.localToScene(node.getLayoutBounds());
          SnapshotParameters around = new SnapshotParameters();
          around.setViewport(
              new Rectangle2D(
                  layout.getMinX() - AROUND,
                  layout.getMinY() - AROUND,
                  Math.min(bounds.getWidth(), layout.getWidth()) + 2 * AROUND,
                  layout.getHeight() + 2 * AROUND));
          return node.getScene().getRoot().snapshot(around, null);
        });
  }

  private static int different(WritableImage before, WritableImage after) {
    int count = 0;
    for (int y = 0; y < Math.min(before.getHeight(), after.getHeight()); y++) {
      for (int x = 0; x < Math.min(before.getWidth(), after.getWidth()); x++) {
        double contrast =
            Pixels.contrast(
                before.getPixelReader().getColor(x, y), after.getPixelReader().getColor(x, y));
        count += contrast >= SEEN ? 1 : 0;
      }
    }
    return count;
  }
}
