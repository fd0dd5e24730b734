package org.echolot.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/** Chooses in a menu that a button opens, without opening it. */
public final class ConsoleMenus {

  private ConsoleMenus() {}

  /** Chooses the item of that id, and waits until that is done. */
  public static void choose(MenuButton button, String id) {
    FxTest.onFx(
        () -> {
          MenuItem item =
              items(button.getItems())
                  .filter(each -> id.equals(each.getId()))
                  .findFirst()
                  .orElseThrow();
          if (item instanceof CheckMenuItem check && check.getOnAction() == null) {
            check.setSelected(!check.isSelected()); // as its skin does
          }
          item.fire();
        });
    FxTest.waitForFx();
  }

  private static Stream<MenuItem> items(List<MenuItem> items) {
    return items.stream()
        .flatMap(item -> item instanceof Menu menu ? items(menu.getItems()) : Stream.of(item));
  }
}
