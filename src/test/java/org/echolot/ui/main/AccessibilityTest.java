package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.echolot.ui.action.Action;
import org.echolot.ui.action.Focus;
import org.echolot.ui.action.Key;
import org.echolot.ui.action.Look;
import org.echolot.ui.action.Place;
import org.echolot.ui.action.Spot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything can be reached by the keyboard, and a screen reader has words for it. */
class AccessibilityTest extends WindowTest {

  /** Has an item for each interval in its place. */
  private static final String SEVERAL_ITEMS = "watch-every";

  /** What is offered where a build has more than one engine. */
  private static final Set<String> ENGINES_ALONE = Set.of("check-with", "engine");

  private static void collect(Node node, List<Node> into) {
    into.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  /** Those controls below a node that can have the focus and that nothing names. */
  private static List<String> nameless(String rootId) {
    Node root = Objects.requireNonNull(find(rootId));
    return callOnFx(
        () -> {
          List<Node> all = new ArrayList<>();
          collect(root.getScene().getRoot(), all);
          List<Control> controls =
              all.stream()
                  .filter(Control.class::isInstance)
                  .map(Control.class::cast)
                  .filter(Node::isFocusTraversable)
                  .toList();
          assertThat(controls).as("controls that can have the focus").hasSizeGreaterThan(10);
          return controls.stream()
              .filter(control -> !isNamed(control, all))
              .map(Object::toString)
              .toList();
        });
  }

  private static boolean isNamed(Control control, List<Node> all) {
    Tooltip tooltip = control.getTooltip();
    return hasWords(control.getAccessibleText())
        || hasWords(tooltip == null ? null : tooltip.getText())
        || (control instanceof Labeled labeled && hasWords(labeled.getText()))
        || all.stream()
            .anyMatch(
                node ->
                    node instanceof Label label
                        && control.equals(label.getLabelFor())
                        && hasWords(label.getText()));
  }

  private static boolean hasWords(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  @Test
  void everyControlOfTheWindowHasAName() throws Exception {
    writePeers(builtIn("CT 1", "ECHOLOT"));
    open();
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
    eventually(() -> assertThat(text("result-name")).isEqualTo("CT 1"));
    keys(KeyCode.F5);
    eventuallyAnswers();
    Files.writeString(peersFile, "{}");
    keys(KeyCode.CONTROL, KeyCode.D);
    eventually(() -> assertThat(isShown("notice-overwrite")).isTrue());
    assertThat(nameless("peer-table")).isEmpty();
  }

  @Test
  void everyControlOfTheEmptyWindowHasAName() {
    open();
    eventually(() -> assertThat(isShown("welcome")).isTrue());
    assertThat(nameless("welcome")).isEmpty();
  }

  @Test
  void everyControlOfTheEditorHasAName() {
    open();
    eventually(() -> assertThat(isShown("welcome")).isTrue());
    keys(KeyCode.CONTROL, KeyCode.N);
    eventually(() -> assertThat(find("peer-editor")).isNotNull());
    onFx(
        () -> {
          node("editor-tls", CheckBox.class).setSelected(true);
        });
    waitForFx();
    assertThat(nameless("peer-editor")).isEmpty();
  }

  // Actions

  private static Stream<MenuItem> items(ObservableList<? extends MenuItem> menus) {
    return menus.stream()
        .flatMap(
            item ->
                item instanceof Menu menu
                    ? Stream.concat(Stream.of(menu), items(menu.getItems()))
                    : Stream.of(item));
  }

  private static List<Look> offeredIn(Place place) {
    return Action.all().stream()
        .map(Action::look)
        .filter(look -> look.spots().stream().anyMatch(spot -> spot.place() == place))
        .toList();
  }

  private static String wordsIn(Look look, Place place) {
    return look.spots().stream()
        .filter(spot -> spot.place() == place)
        .map(Spot::words)
        .findFirst()
        .orElseThrow();
  }

  /** The key that works anywhere in the window. */
  private static @Nullable KeyCombination keyOf(Look look) {
    return look.keys().stream()
        .filter(key -> key.focus() == Focus.WINDOW)
        .map(Key::combination)
        .findFirst()
        .orElse(null);
  }

  private static void assertOffered(List<MenuItem> items, Place place) {
    for (Look look : offeredIn(place)) {
      if (ENGINES_ALONE.contains(look.id()) || SEVERAL_ITEMS.equals(look.id())) {
        continue;
      }
      assertThat(items)
          .filteredOn(item -> (place.prefix() + "-" + look.id()).equals(item.getId()))
          .singleElement()
          .satisfies(
              item -> {
                assertThat(item.getText()).isEqualTo(wordsIn(look, place));
                assertThat(item.getAccelerator()).isEqualTo(keyOf(look));
              });
    }
  }

  @Test
  void everyActionIsInItsMenuWithItsKey() {
    open();
    List<Menu> menus = node("main-menu", MenuBar.class).getMenus();
    for (Place place : Place.values()) {
      if (!place.title().isEmpty()) {
        Menu menu =
            menus.stream()
                .filter(one -> one.getText().equals("_" + place.title()))
                .findFirst()
                .orElseThrow();
        assertThat(offeredIn(place)).isNotEmpty();
        assertOffered(menu.getItems(), place);
      }
    }
    List<MenuItem> all =
        items(node("main-menu", MenuBar.class).getMenus())
            .filter(item -> !(item instanceof SeparatorMenuItem))
            .toList();
    assertOffered(all, Place.TICKETS_MENU);
    assertThat(all).allSatisfy(item -> assertThat(item.getText()).isNotBlank());
    assertThat(all).allSatisfy(item -> assertThat(item.getId()).isNotBlank());
    assertThat(all).extracting(MenuItem::getId).doesNotHaveDuplicates();
  }

  @Test
  void everyActionIsInItsMenuOfOneThing() {
    open();
    assertOffered(node("peer-table", Control.class).getContextMenu().getItems(), Place.ROW_MENU);
    assertOffered(node("console-list", Control.class).getContextMenu().getItems(), Place.LINE_MENU);
    assertOffered(node("result-copy-ticket", SplitMenuButton.class).getItems(), Place.RESULT_MENU);
  }

  @Test
  void noMenuHasTwoSeparatorsTogetherOrOneAtItsEnd() {
    open();
    List<Menu> menus = node("main-menu", MenuBar.class).getMenus();
    assertThat(menus).hasSize(6);
    for (Menu menu : menus) {
      boolean before = true;
      for (MenuItem item : menu.getItems()) {
        boolean separates = item instanceof SeparatorMenuItem;
        assertThat(before && separates).as(menu.getText()).isFalse();
        before = separates;
      }
      assertThat(before).as(menu.getText()).isFalse();
    }
  }

  @Test
  void everyToolHasATooltipWithItsKey() {
    open();
    for (Place place :
        List.of(Place.TOOL_BAR, Place.TOOL_BAR_END, Place.FIND_BAR, Place.CONSOLE_NOTICE)) {
      assertThat(offeredIn(place)).isNotEmpty();
      for (Look look : offeredIn(place)) {
        ButtonBase tool = node(place.prefix() + "-" + look.id(), ButtonBase.class);
        assertThat(tool.getText()).isEqualTo(wordsIn(look, place));
        assertThat(tool.getAccessibleText()).isNotBlank();
        assertThat(tool.getTooltip().getText()).startsWith(look.tip());
        if (!look.keys().isEmpty() && !look.tip().contains("(")) {
          assertThat(tool.getTooltip().getText()).contains(look.keys().getFirst().displayText());
        }
      }
    }
  }
}
