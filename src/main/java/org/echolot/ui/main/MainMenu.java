package org.echolot.ui.main;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.echolot.settings.Theme;
import org.echolot.ui.Theming;
import org.echolot.ui.console.ConsoleMenu;
import org.echolot.ui.console.ConsoleModel;

/** The menu bar. */
final class MainMenu extends MenuBar {

  MainMenu(
      WindowActions actions,
      MenuCommands commands,
      Handouts handouts,
      ListenerModel listener,
      Tickets tickets,
      CheckMenuItem probesTls,
      ConsoleModel console,
      List<MenuItem> engineItems,
      Theming theming) {
    setId("main-menu");
    Menu check =
        menu(
            "Check",
            actions.echo.menuItem(),
            actions.echoAll.menuItem(),
            actions.stop.menuItem(),
            new SeparatorMenuItem(),
            actions.copyForTicket.menuItem(),
            ticketMenu(tickets),
            actions.saveTicket.menuItem(),
            actions.saveCapture.menuItem(),
            new SeparatorMenuItem(),
            handouts.copyAs("menu", actions.copyForTicket.enabled()),
            handouts.register.menuItem(),
            handouts.explain.menuItem(),
            new SeparatorMenuItem(),
            probesTls,
            item("menu-forget-secrets", "Forget passwords", commands::forgetSecrets),
            listenerItem(listener, commands));
    check.getItems().addAll(3, engineItems);
    getMenus()
        .setAll(
            menu(
                "File",
                item("menu-reload", "Read the peers again", commands::reloadPeers),
                item("menu-locations", "Where things are kept…", commands::showFileLocations),
                new SeparatorMenuItem(),
                actions.quit.menuItem()),
            menu(
                "Peer",
                actions.add.menuItem(),
                actions.edit.menuItem(),
                actions.duplicate.menuItem(),
                actions.delete.menuItem(),
                actions.undo.menuItem(),
                new SeparatorMenuItem(),
                actions.selectAll.menuItem(),
                new SeparatorMenuItem(),
                actions.callingAe.menuItem()),
            check,
            withItems(
                menu(
                    "View",
                    actions.filter.menuItem(),
                    actions.find.menuItem(),
                    new SeparatorMenuItem(),
                    themeMenu(theming),
                    new SeparatorMenuItem()),
                ConsoleMenu.items(console)),
            menu(
                "Help",
                item("menu-shortcuts", "Keyboard shortcuts", commands::showShortcuts),
                item("menu-about", "About Echolot", commands::showAbout)));
  }

  private static Menu withItems(Menu menu, List<MenuItem> more) {
    menu.getItems().addAll(more);
    return menu;
  }

  private static Menu menu(String text, MenuItem... items) {
    Menu menu = new Menu("_" + text); // Alt and its first letter open it
    menu.setId("menu-" + text.toLowerCase(Locale.ROOT));
    menu.getItems().setAll(items);
    return menu;
  }

  private static MenuItem item(String id, String text, Runnable run) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> run.run());
    return item;
  }

  private static MenuItem listenerItem(ListenerModel listener, MenuCommands commands) {
    CheckMenuItem item = new CheckMenuItem("Built-in echo server");
    item.setId("menu-listener");
    listener.runningProperty().subscribe(item::setSelected);
    item.setOnAction(
        _ -> {
          // The model says whether it runs, not the click.
          item.setSelected(listener.runningProperty().get());
          commands.toggleListener();
        });
    return item;
  }

  private static Menu ticketMenu(Tickets tickets) {
    Menu menu = new Menu("Tickets");
    menu.setId("menu-tickets");
    menu.getItems().setAll(tickets.menuItems("menu"));
    return menu;
  }

  private static Menu themeMenu(Theming theming) {
    Menu menu = new Menu("Theme");
    ToggleGroup group = new ToggleGroup();
    for (Theme theme : Theme.values()) {
      RadioMenuItem item =
          new RadioMenuItem(
              switch (theme) {
                case SYSTEM -> "As the system";
                case LIGHT -> "Light";
                case DARK -> "Dark";
              });
      item.setToggleGroup(group);
      item.setOnAction(_ -> theming.choiceProperty().set(theme));
      theming.choiceProperty().subscribe(choice -> item.setSelected(choice == theme));
      menu.getItems().add(item);
    }
    return menu;
  }
}
