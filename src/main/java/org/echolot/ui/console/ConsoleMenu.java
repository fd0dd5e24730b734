package org.echolot.ui.console;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;

/** What the menu bar offers of the console. */
public final class ConsoleMenu {

  private ConsoleMenu() {}

  /** New items, for one menu. */
  public static List<MenuItem> items(ConsoleModel model) {
    CheckMenuItem fold = new CheckMenuItem("Fold each check in the console");
    fold.setId("menu-fold");
    fold.setAccelerator(new KeyCodeCombination(KeyCode.F8));
    fold.selectedProperty().bindBidirectional(model.checks().foldsAllProperty());
    MenuItem all = new MenuItem("Show all checks in the console");
    all.setId("menu-all-checks");
    all.disableProperty().bind(model.checks().onlyProperty().isEqualTo(0));
    all.setOnAction(_ -> model.checks().showAll());
    return List.of(times(model), fold, all);
  }

  private static Menu times(ConsoleModel model) {
    Menu menu = new Menu("Times in the console");
    menu.setId("menu-times");
    ToggleGroup group = new ToggleGroup();
    for (TimeStyle style : TimeStyle.values()) {
      RadioMenuItem item = new RadioMenuItem(style.label());
      item.setToggleGroup(group);
      item.setOnAction(_ -> model.timesProperty().set(style));
      model.timesProperty().subscribe(chosen -> item.setSelected(chosen == style));
      menu.getItems().add(item);
    }
    return menu;
  }
}
