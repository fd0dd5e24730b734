package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What once could be done with the mouse alone. */
class KeyboardTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void openWithThree() throws IOException {
    writePeers(peer("MR 2", 1), peer("CT 10", 2), peer("CT 9", 3));
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("MR 2", "CT 10", "CT 9"));
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
  }

  private static Peer peer(String name, int port) {
    return Peer.of(name, new AeTitle("ANY"), "10.1.2.3", port);
  }

  private static MenuItem item(String menu, String id) {
    return node("main-menu", MenuBar.class).getMenus().stream()
        .flatMap(each -> each.getItems().stream())
        .filter(each -> menu.equals(each.getId()))
        .flatMap(each -> ((Menu) each).getItems().stream())
        .filter(each -> id.equals(each.getId()))
        .findFirst()
        .orElseThrow();
  }

  /** What is at hand in the menus that are open; empty: nothing. */
  private static String atHand() {
    return callOnFx(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(window -> window.getScene().getFocusOwner())
                .filter(Objects::nonNull)
                .map(node -> Objects.toString(node.getId(), ""))
                .reduce("", (_, later) -> later));
  }

  private void downTo(String id) {
    for (int i = 0; i < 40 && !atHand().equals(id); i++) {
      push(KeyCode.DOWN);
      waitForFx();
    }
    assertThat(atHand()).as("reached by the arrows").isEqualTo(id);
  }

  /** Opens a menu of the menu bar by F10 and the arrows. */
  private void openMenu(int number) {
    push(KeyCode.F10);
    waitForFx();
    for (int i = 0; i < number; i++) {
      push(KeyCode.RIGHT);
      waitForFx();
    }
  }

  @Test
  void theMenusAreGoneThroughByTheArrowsAlone() {
    openMenu(4);
    downTo("menu-sort");
    push(KeyCode.RIGHT);
    waitForFx();
    downTo("menu-sort-name");
    push(KeyCode.ENTER);
    waitForFx();
    assertThat(listed()).containsExactly("CT 9", "CT 10", "MR 2");

    openMenu(4);
    downTo("menu-columns");
    push(KeyCode.RIGHT);
    waitForFx();
    downTo("menu-columns-tags");
    push(KeyCode.ENTER);
    waitForFx();
    assertThat(
            callOnFx(
                () ->
                    table().getVisibleLeafColumns().stream()
                        .anyMatch(column -> "tags".equals(column.getId()))))
        .isTrue();

    openMenu(0);
    downTo("menu-locations");
    push(KeyCode.ESCAPE);
    waitForFx();
    assertThat(atHand()).as("Esc closes it").isEmpty();
  }

  @Test
  void theListIsSortedByTheMenuAndTheOtherWayRoundAndNoMore() {
    onFx(item("menu-sort", "menu-sort-name")::fire);
    waitForFx();
    assertThat(listed()).containsExactly("CT 9", "CT 10", "MR 2");
    onFx(item("menu-sort", "menu-sort-name")::fire);
    waitForFx();
    assertThat(listed()).containsExactly("MR 2", "CT 10", "CT 9");
    onFx(item("menu-sort", "menu-sort-address")::fire);
    onFx(item("menu-sort", "menu-sort-none")::fire);
    waitForFx();
    assertThat(listed()).containsExactly("MR 2", "CT 10", "CT 9");
  }

  @Test
  void columnsAreChosenByTheMenu() {
    TableColumn<?, ?> tags =
        table().getColumns().stream()
            .filter(column -> "tags".equals(column.getId()))
            .findFirst()
            .orElseThrow();
    assertThat(tags.isVisible()).isFalse();
    onFx(() -> ((CheckMenuItem) item("menu-columns", "menu-columns-tags")).setSelected(true));
    assertThat(tags.isVisible()).isTrue();
  }

  private static double divider(String id) {
    return callOnFx(() -> node(id, SplitPane.class).getDividerPositions()[0]);
  }

  @Test
  void dividersAreMovedByKeys() {
    double list = divider("split-result");
    keys(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(divider("split-result")).isCloseTo(list - 0.04, within(0.01));
    keys(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
    assertThat(divider("split-result")).isCloseTo(list, within(0.01));
    double console = divider("split-console");
    keys(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
    assertThat(divider("split-console")).isCloseTo(console - 0.04, within(0.02));
  }

  /** Once the mouse was used in the window, its size says nothing of where the dividers are. */
  @Test
  void theConsoleComesBackWhereItWas() {
    clickOn("#peer-table");
    waitForFx();
    double before = divider("split-console");
    double height = callOnFx(() -> node("console-list", Node.class).getBoundsInLocal().getHeight());
    for (int i = 0; i < 3; i++) {
      keys(KeyCode.F12);
      waitForFx();
      assertThat(isShown("console-last")).as("closed").isTrue();
      keys(KeyCode.F12);
      waitForFx();
      waitForFx();
      assertThat(divider("split-console")).as("time " + i).isCloseTo(before, within(0.03));
      assertThat(callOnFx(() -> node("console-list", Node.class).getBoundsInLocal().getHeight()))
          .isCloseTo(height, within(20.0));
    }
  }

  @Test
  void theMenuKeyOpensTheMenuOfTheListAndOfTheConsole() {
    // The menu of the console would not fit onto the screen that there is without a display.
    onFx(() -> stage().setHeight(480));
    waitForFx();
    for (String id : List.of("peer-table", "console-list")) {
      Control list = node(id, Control.class);
      for (KeyCode[] keys :
          List.of(
              new KeyCode[] {KeyCode.CONTEXT_MENU}, new KeyCode[] {KeyCode.SHIFT, KeyCode.F10})) {
        onFx(list::requestFocus);
        keys(keys);
        eventually(
            () -> assertThat(callOnFx(() -> list.getContextMenu().isShowing())).as(id).isTrue());
        onFx(() -> list.getContextMenu().hide());
        waitForFx();
      }
    }
  }

  @Test
  void aCheckLeavesTheKeyboardInTheResult() {
    engine.prepare("MR 2", Results::rejected);
    keys(KeyCode.F5);
    eventuallyReads("result-headline", "Called AE title not recognized");
    for (String id : List.of("result-summary", "result-copy-ticket", "result-advice")) {
      Node focused = node(id, Node.class);
      onFx(focused::requestFocus);
      engine.prepare("MR 2", r -> Results.success(r, Duration.ofMillis(1)));
      keys(KeyCode.F5);
      eventuallyAnswers();
      Set<String> within = new TreeSet<>();
      onFx(
          () -> {
            for (Node node = stage().getScene().getFocusOwner();
                node != null;
                node = node.getParent()) {
              within.add(String.valueOf(node.getId()));
            }
          });
      assertThat(within)
          .as("after F5 at " + id + ": " + focusedId())
          .containsAnyOf("result-pane", "peer-table");
      engine.prepare("MR 2", Results::rejected);
      keys(KeyCode.F5);
      eventuallyReads("result-headline", "Called AE title not recognized");
      eventually(() -> assertThat(text("result-checked")).startsWith("checked "));
    }
  }

  /** No control keeps the keyboard from going on. */
  @Test
  void tabGoesRoundTheWholeWindow() {
    engine.prepare("MR 2", Results::rejected);
    keys(KeyCode.F5);
    eventuallyReads("result-headline", "Called AE title not recognized");
    onFx(() -> table().requestFocus());
    Set<String> visited = new TreeSet<>();
    int tabs = 0;
    do {
      keys(KeyCode.TAB);
      visited.add(focusedId());
      tabs++;
    } while (!focusedId().equals("peer-table") && tabs < 100);
    assertThat(tabs).as("Tab comes back to the list; " + visited).isLessThan(100);
    assertThat(visited)
        .contains("filter", "console-list", "strip-failing", "result-copy-ticket", "result-advice");
  }
}
