package org.echolot.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the items of one menu. */
final class ActionItems {

  private final Actions actions;
  private final Place place;

  ActionItems(Actions actions, Place place) {
    this.actions = actions;
    this.place = place;
  }

  /** With a separator between each two groups that have items. */
  List<MenuItem> grouped(List<List<Action>> groups) {
    List<MenuItem> all = new ArrayList<>();
    for (List<Action> group : groups) {
      List<MenuItem> items = group.stream().flatMap(this::itemsOf).toList();
      if (!all.isEmpty() && !items.isEmpty()) {
        all.add(new SeparatorMenuItem());
      }
      all.addAll(items);
    }
    return all;
  }

  private Stream<MenuItem> itemsOf(Action action) {
    Look look = action.look();
    String id = place.prefix() + "-" + look.id();
    String text = look.spotIn(place).map(Spot::words).orElseThrow();
    if (actions.deed(action) instanceof Deed.Options options && !options.isMenu()) {
      return options.options().stream().map(option -> optionItem(id, option, options));
    }
    MenuItem item = item(id, text, actions.deed(action));
    look.accelerator().ifPresent(key -> item.setAccelerator(key.combination()));
    if (look.icon() != null && place.showsIcons() && !(item instanceof CheckMenuItem)) {
      item.setGraphic(new FontIcon(look.icon()));
    }
    return Stream.of(item);
  }

  private MenuItem item(String id, String text, Deed deed) {
    MenuItem item =
        switch (deed) {
          case Deed.Command command -> commandItem(text, command);
          case Deed.Toggle(var on) -> {
            CheckMenuItem toggle = new CheckMenuItem(text);
            toggle.selectedProperty().bindBidirectional(on);
            yield toggle;
          }
          case Deed.Marked marked when marked.isOneOfSeveral() -> radioItem(text, marked);
          case Deed.Marked marked -> checkItem(text, marked);
          case Deed.Options options -> optionsMenu(id, text, options);
          case Deed.Opens(var opened) -> {
            Menu menu = new Menu(text);
            menu.getItems().setAll(actions.menuItems(opened));
            yield menu;
          }
          case Deed.ByControl() -> new MenuItem(text);
        };
    item.setId(id);
    return item;
  }

  private static MenuItem commandItem(String text, Deed.Command command) {
    MenuItem item = new MenuItem(text);
    item.disableProperty().bind(command.enabled().map(on -> !on));
    item.visibleProperty().bind(command.offered());
    item.setOnAction(_ -> command.perform());
    return item;
  }

  private static MenuItem radioItem(String text, Deed.Marked marked) {
    RadioMenuItem item = new RadioMenuItem(text);
    return markedItem(item, item::setSelected, marked);
  }

  private static MenuItem checkItem(String text, Deed.Marked marked) {
    CheckMenuItem item = new CheckMenuItem(text);
    return markedItem(item, item::setSelected, marked);
  }

  private static MenuItem markedItem(MenuItem item, Consumer<Boolean> mark, Deed.Marked marked) {
    marked.marked().subscribe(mark);
    item.setOnAction(
        _ -> {
          // What is so says the mark, not the click; and a click on the one of several that is
          // chosen would take the mark away.
          mark.accept(marked.marked().getValue());
          marked.ask().run();
        });
    return item;
  }

  private Menu optionsMenu(String id, String text, Deed.Options options) {
    Menu menu = new Menu(text);
    menu.disableProperty().bind(options.enabled().map(on -> !on));
    for (Deed.Option option : options.options()) {
      menu.getItems().add(item(id + "-" + option.id(), option.text(), option.deed()));
    }
    return menu;
  }

  private MenuItem optionItem(String id, Deed.Option option, Deed.Options options) {
    MenuItem item = item(id + "-" + option.id(), option.text(), option.deed());
    item.disableProperty().bind(options.enabled().map(on -> !on));
    return item;
  }
}
