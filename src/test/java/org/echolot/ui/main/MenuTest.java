package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** What only the menu offers. */
class MenuTest extends WindowTest {

  /** Chooses an item; does not wait for what it does, which may be to show a dialog. */
  private static void choose(String id) {
    MenuItem item = item(id);
    assertThat(item.isDisable()).as(id + " can't be chosen").isFalse();
    Platform.runLater(item::fire);
    waitForFx();
  }

  private static MenuItem item(String id) {
    List<Menu> menus = node("main-menu", MenuBar.class).getMenus();
    return menus.stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(candidate -> id.equals(candidate.getId()))
        .findFirst()
        .orElseThrow();
  }

  private void openEmpty() {
    open();
    eventually(() -> assertThat(isShown("welcome")).isTrue());
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
  }

  @Test
  void theBuiltInServerIsTurnedOffAndOn() {
    openEmpty();
    choose("menu-listener");
    eventuallyReads("status-listener", "echo server off");
    choose("menu-listener");
    eventuallyReads("status-listener", "listening as ECHOLOT on 127.0.0.1:" + listenerPort);
  }

  @Test
  void helpListsEveryKeyWithWhereItWorks() {
    openEmpty();
    choose("menu-shortcuts");
    List<String> words =
        callOnFx(
            () ->
                Window.getWindows().getLast().getScene().getRoot().lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList());

    assertThat(words)
        .contains("F5", "Checks the selected peers with a C-ECHO")
        .contains("F8", "Folds each check into one line")
        .contains("F3", "In the console: goes to the next hit")
        .contains("Enter", "In the list: checks the selected peers with a C-ECHO");
    keys(KeyCode.ESCAPE);
  }

  @Test
  void helpOpensAndEscapeClosesIt() {
    openEmpty();
    for (var entry :
        List.of(
            List.of("menu-shortcuts", "Keyboard shortcuts"),
            List.of("menu-about", "About Echolot"),
            List.of("menu-locations", "File locations"))) {
      choose(entry.getFirst());
      assertThat(titles()).contains(entry.getLast());
      keys(KeyCode.ESCAPE);
      assertThat(titles()).doesNotContain(entry.getLast());
    }
  }

  @Test
  void compactRowsAreLowerAndStaySo() {
    openEmpty();
    assertThat(callOnFx(() -> table().getFixedCellSize())).isEqualTo(30);
    onFx(() -> ((CheckMenuItem) item("menu-compact")).setSelected(true));
    assertThat(callOnFx(() -> table().getFixedCellSize())).isEqualTo(24);
    keys(KeyCode.CONTROL, KeyCode.Q);
    awaitClosed();
    open();
    assertThat(callOnFx(() -> table().getFixedCellSize())).isEqualTo(24);
  }
}
