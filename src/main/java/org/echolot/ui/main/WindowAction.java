package org.echolot.ui.main;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Something that the user can do, in the menu, in the tool bar and by a key alike.
 *
 * @param id the end of its nodes' ids
 * @param text the words in the menu
 * @param tip one sentence on what it does
 * @param key null: none
 * @param icon null: none
 * @param enabled whether it can be done now
 */
record WindowAction(
    String id,
    String text,
    String tip,
    @Nullable KeyCombination key,
    @Nullable Feather icon,
    ObservableValue<Boolean> enabled,
    Runnable run) {

  /** Does it, if it can be done now. */
  void perform() {
    if (enabled.getValue()) {
      run.run();
    }
  }

  MenuItem menuItem() {
    return menuItem("menu");
  }

  /**
   * @param place the beginning of the item's id
   */
  MenuItem menuItem(String place) {
    MenuItem item = new MenuItem(text);
    item.setId(place + "-" + id);
    if (key != null) {
      item.setAccelerator(key);
    }
    if (icon != null) {
      item.setGraphic(new FontIcon(icon));
    }
    item.disableProperty().bind(enabled.map(on -> !on));
    item.setOnAction(_ -> perform());
    return item;
  }

  /**
   * @param label the words on the button; empty for the icon alone
   */
  Button button(String label) {
    Button button = new Button(label);
    button.setId("tool-" + id);
    if (icon != null) {
      button.setGraphic(new FontIcon(icon));
    }
    if (label.isEmpty()) {
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
    String shortcut = key == null ? "" : " (" + key.getDisplayText() + ")";
    button.setTooltip(new Tooltip(tip + shortcut));
    button.setAccessibleText(text);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.disableProperty().bind(enabled.map(on -> !on));
    button.setOnAction(_ -> perform());
    return button;
  }
}
