package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.echolot.check.run.OwnEngine;
import org.echolot.fleet.Fleet;
import org.echolot.journal.Journal;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.peers.PeerFile;
import org.echolot.ui.peers.PeersModel;
import org.echolot.ui.secrets.Answers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything can be reached by the keyboard, and a screen reader has words for it. */
class AccessibilityTest extends WindowTest {

  private static final Set<String> WITHOUT_KEY = Set.of("select-all", "calling-ae");

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
    eventuallyReads("result-headline", "Answers");
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
          node("editor-timeouts", TitledPane.class).setExpanded(true);
          node("editor-user-section", TitledPane.class).setExpanded(true);
          node("editor-tls", CheckBox.class).setSelected(true);
        });
    waitForFx();
    assertThat(nameless("peer-editor")).isEmpty();
  }

  // Actions

  private static List<WindowAction> actions() throws IllegalAccessException {
    WindowActions all = makeActions();
    List<WindowAction> actions = new ArrayList<>();
    for (Field field : WindowActions.class.getDeclaredFields()) {
      if (field.getType() == WindowAction.class) {
        actions.add((WindowAction) Objects.requireNonNull(field.get(all)));
      }
    }
    assertThat(actions).hasSizeGreaterThan(10);
    return actions;
  }

  private static WindowActions makeActions() {
    WindowActions.Doer nobody =
        (WindowActions.Doer)
            Proxy.newProxyInstance(
                WindowActions.class.getClassLoader(),
                new Class<?>[] {WindowActions.Doer.class},
                (_, _, _) -> null);
    PeerStore none = new PeerStore(Path.of("none.json"));
    return new WindowActions(
        nobody,
        new PeersModel(new PeerFile(none, Runnable::run, Runnable::run)),
        new ChecksModel(
            new Fleet(new OwnEngine(), new Journal(), 1),
            Runnable::run,
            peer -> PeerBook.EMPTY.requestFor(peer, Path.of("")),
            Answers.nobody(),
            _ -> {}),
        FXCollections.observableArrayList());
  }

  @Test
  void everyActionHasAKeyOfItsOwnAndSaysWhatItDoes() throws IllegalAccessException {
    List<WindowAction> actions = actions();
    assertThat(actions).allSatisfy(action -> assertThat(action.tip()).isNotBlank());
    assertThat(actions)
        .filteredOn(action -> action.key() == null)
        .extracting(WindowAction::id)
        .containsExactlyInAnyOrderElementsOf(WITHOUT_KEY);
    assertThat(actions)
        .filteredOn(action -> action.key() != null)
        .extracting(WindowAction::key)
        .doesNotHaveDuplicates();
    assertThat(makeActions().all())
        .as("in the list of shortcuts")
        .extracting(WindowAction::id)
        .containsExactlyInAnyOrderElementsOf(
            actions.stream().filter(action -> action.key() != null).map(WindowAction::id).toList());
  }

  private static Stream<MenuItem> items(ObservableList<? extends MenuItem> menus) {
    return menus.stream()
        .flatMap(
            item ->
                item instanceof Menu menu
                    ? Stream.concat(Stream.of(menu), items(menu.getItems()))
                    : Stream.of(item));
  }

  @Test
  void everyActionIsInTheMenuWithItsKey() throws IllegalAccessException {
    open();
    List<MenuItem> items =
        items(node("main-menu", MenuBar.class).getMenus())
            .filter(item -> !(item instanceof SeparatorMenuItem))
            .toList();
    for (WindowAction action : actions()) {
      assertThat(items)
          .filteredOn(item -> ("menu-" + action.id()).equals(item.getId()))
          .singleElement()
          .satisfies(
              item -> {
                assertThat(item.getText()).isEqualTo(action.text());
                assertThat(item.getAccelerator()).isEqualTo(action.key());
              });
    }
    assertThat(items).allSatisfy(item -> assertThat(item.getText()).isNotBlank());
  }

  @Test
  void everyToolHasATooltipWithItsKey() throws IllegalAccessException {
    open();
    List<Button> tools =
        actions().stream()
            .map(action -> find("tool-" + action.id()))
            .filter(Objects::nonNull)
            .map(Button.class::cast)
            .toList();
    assertThat(tools).hasSizeGreaterThanOrEqualTo(8);
    for (WindowAction action : actions()) {
      tools.stream()
          .filter(tool -> ("tool-" + action.id()).equals(tool.getId()))
          .forEach(
              tool ->
                  assertThat(tool.getTooltip().getText())
                      .startsWith(action.tip())
                      .contains(Objects.requireNonNull(action.key()).getDisplayText()));
    }
  }
}
