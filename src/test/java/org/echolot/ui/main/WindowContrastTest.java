package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.echolot.settings.Theme;
import org.echolot.ui.FxTest;
import org.echolot.ui.peers.GroupRow;
import org.echolot.ui.peers.PeerRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is selected and what has the keyboard can be seen, and all words can be read: WCAG asks for
 * 3:1 and 4.5:1. Measured from the pixels of the window.
 */
class WindowContrastTest extends FxTest {

  private static final double SEEN = 3;
  private static final double READABLE = 4.5;

  /** The parts of the window with words. */
  private static final List<String> PARTS =
      List.of(
          "main-menu",
          "main-tools",
          "strip",
          "peer-table",
          "result-pane",
          "console-list",
          "status-bar");

  @AfterEach
  void backToLight() {
    onFx(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
  }

  private static OpenWindow open(Theme theme) throws Exception {
    OpenWindow window = OpenWindow.open(DemoHospital.peers(), theme, 1366, 768, "TRACE", 1);
    OpenWindow.onFx(() -> ((ButtonBase) window.node("tool-echo-all")).fire());
    OpenWindow.frames(2);
    window.awaitIdle();
    OpenWindow.await(window::isAllChecked);
    OpenWindow.await(() -> hasHint(window));
    OpenWindow.frames(20);
    return window;
  }

  /** The lint of the peers, which runs beside all else, marks one of them. */
  private static boolean hasHint(OpenWindow window) {
    return window.table().getItems().stream()
        .filter(PeerRow.class::isInstance)
        .map(PeerRow.class::cast)
        .anyMatch(row -> !row.marks().hintProperty().get().isEmpty());
  }

  /**
   * The window at one moment.
   *
   * @param tooWeak the words that can't be read well, with their contrast
   */
  private record Look(Pixels pixels, Map<String, Double> tooWeak) {}

  /** Picture and words are of the same moment: marks come when something in the background ends. */
  private static Look look(OpenWindow window) throws Exception {
    OpenWindow.frames(5);
    return OpenWindow.callOnFx(
        () -> {
          Pixels pixels = Pixels.of(window.stage().getScene());
          return new Look(pixels, tooWeak(window, pixels));
        });
  }

  private static Map<String, Double> tooWeak(OpenWindow window, Pixels pixels) {
    Map<String, Double> weak = new TreeMap<>();
    int measured = 0;
    for (String part : PARTS) {
      for (Text words : Pixels.wordsIn(window.node(part))) {
        measured++;
        double contrast = pixels.contrastOf(words);
        if (contrast < READABLE) {
          weak.put(part + ": " + shown(words), contrast);
        }
      }
    }
    assertThat(measured).as("words that were measured").isGreaterThan(100);
    return weak;
  }

  /** Icons are characters that no other font has. */
  private static String shown(Text words) {
    return words instanceof FontIcon icon
        ? icon.getIconLiteral() + " " + icon.getStyleClass()
        : words.getText();
  }

  private static IndexedCell<?> selected(Node list, String styleClass) {
    return list.lookupAll(styleClass).stream()
        .map(node -> (IndexedCell<?>) node)
        .filter(cell -> cell.isVisible() && !cell.isEmpty() && cell.isSelected())
        .findFirst()
        .orElseThrow();
  }

  /** What is behind a line that is not selected. */
  private static Color page(Pixels pixels, Node list, String styleClass) {
    return list.lookupAll(styleClass).stream()
        .map(node -> (IndexedCell<?>) node)
        .filter(cell -> cell.isVisible() && !cell.isEmpty() && !cell.isSelected())
        .filter(cell -> !(cell.getItem() instanceof GroupRow))
        .filter(cell -> isWhole(cell, list))
        .findFirst()
        .map(cell -> pixels.at(cell, 5.5, cell.getHeight() / 2))
        .orElseThrow();
  }

  private static boolean isWhole(Node cell, Node list) {
    Bounds inside = list.localToScene(list.getBoundsInLocal());
    return inside.contains(cell.localToScene(cell.getBoundsInLocal()));
  }

  /** The bar at the left of what is selected, against what is selected and against the page. */
  private static void assertBarIsSeen(Pixels pixels, IndexedCell<?> row, Color page) {
    Color bar = pixels.at(row, 1.5, row.getHeight() / 2);
    Color ground = pixels.at(row, 5.5, row.getHeight() / 2);
    assertThat(ground).as("the selection has a colour of its own").isNotEqualTo(page);
    assertThat(Pixels.contrast(bar, ground)).as("bar on selection").isGreaterThanOrEqualTo(SEEN);
    assertThat(Pixels.contrast(bar, page))
        .as("bar %s on page %s", bar, page)
        .isGreaterThanOrEqualTo(SEEN);
  }

  private static void assertFocusIsSeen(Pixels pixels, IndexedCell<?> row, Color page) {
    for (double x : new double[] {row.getWidth() / 2, row.getWidth() / 3}) {
      Color border = pixels.at(row, x, 0.8);
      Color inside = pixels.at(row, x, 3.2);
      assertThat(Pixels.contrast(border, inside)).as("focus inside").isGreaterThanOrEqualTo(SEEN);
      assertThat(Pixels.contrast(border, page)).as("focus on page").isGreaterThanOrEqualTo(SEEN);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Theme.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
  void selectionFocusAndWordsCanBeSeen(Theme theme) throws Exception {
    try (OpenWindow window = open(theme)) {
      ListView<?> console = (ListView<?>) window.node("console-list");
      Node table = window.table();
      OpenWindow.onFx(
          () -> {
            window.table().getSelectionModel().clearAndSelect(2);
            window.table().getFocusModel().focus(2);
            console.getSelectionModel().clearAndSelect(console.getItems().size() - 3);
            table.requestFocus();
          });
      Look looked = look(window);
      Pixels inList = looked.pixels();
      OpenWindow.onFx(
          () -> {
            IndexedCell<?> row = selected(table, ".table-row-cell");
            assertBarIsSeen(inList, row, page(inList, table, ".table-row-cell"));
            assertFocusIsSeen(inList, row, page(inList, table, ".table-row-cell"));
            IndexedCell<?> line = selected(console, ".list-cell");
            assertBarIsSeen(inList, line, page(inList, console, ".list-cell"));
          });
      assertThat(looked.tooWeak()).as("with the keyboard in the list").isEmpty();

      OpenWindow.onFx(console::requestFocus);
      Look later = look(window);
      Pixels inConsole = later.pixels();
      OpenWindow.onFx(
          () -> {
            IndexedCell<?> row = selected(table, ".table-row-cell");
            assertBarIsSeen(inConsole, row, page(inConsole, table, ".table-row-cell"));
            IndexedCell<?> line = selected(console, ".list-cell");
            assertBarIsSeen(inConsole, line, page(inConsole, console, ".list-cell"));
            assertFocusIsSeen(inConsole, line, page(inConsole, console, ".list-cell"));
            assertThat(inConsole.at(row, 1.5, 15))
                .as("row differs with the keyboard")
                .isNotEqualTo(inList.at(row, 1.5, 15));
            assertThat(inConsole.at(line, 1.5, 10))
                .as("line differs with the keyboard")
                .isNotEqualTo(inList.at(line, 1.5, 10));
          });
      assertThat(later.tooWeak()).as("with the keyboard in the console").isEmpty();
    }
  }

  @Test
  void aWeakerColourIsNoticed() throws Exception {
    try (OpenWindow window = open(Theme.LIGHT)) {
      OpenWindow.onFx(
          () ->
              window
                  .stage()
                  .getScene()
                  .getRoot()
                  .setStyle("-look-quiet: #909090; -look-accent: #a0c4ff;"));
      Look weaker = look(window);
      Pixels pixels = weaker.pixels();
      assertThat(weaker.tooWeak()).hasSizeGreaterThan(10);
      OpenWindow.onFx(
          () -> {
            IndexedCell<?> row = selected(window.table(), ".table-row-cell");
            Color bar = pixels.at(row, 1.5, row.getHeight() / 2);
            assertThat(Pixels.contrast(bar, pixels.at(row, 5.5, row.getHeight() / 2)))
                .isLessThan(SEEN);
          });
    }
  }
}
