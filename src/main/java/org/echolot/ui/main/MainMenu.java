package org.echolot.ui.main;

import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.Place;

/** The menu bar. */
final class MainMenu extends MenuBar {

  MainMenu(Actions actions) {
    setId("main-menu");
    Stream.of(Place.values())
        .filter(place -> !place.title().isEmpty())
        .forEach(place -> getMenus().add(menu(actions, place)));
  }

  private static Menu menu(Actions actions, Place place) {
    Menu menu = new Menu("_" + place.title()); // Alt and its first letter open it
    menu.setId(place.prefix() + "-" + place.title().toLowerCase(Locale.ROOT));
    menu.getItems().setAll(actions.menuItems(place));
    return menu;
  }
}
