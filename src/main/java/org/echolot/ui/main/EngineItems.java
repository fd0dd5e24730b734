package org.echolot.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.ChosenEngine;
import org.echolot.ui.peers.PeerRow;

/** What the menu offers where a build has more than one engine; nothing where it has one. */
final class EngineItems {

  private EngineItems() {}

  /**
   * @param selected the rows that are checked
   * @param checkWith checks them with an engine
   * @param compare checks the one that is selected with each engine
   */
  static List<MenuItem> of(
      ChosenEngine engine,
      ObservableList<PeerRow> selected,
      Consumer<EchoEngine> checkWith,
      Runnable compare) {
    if (!engine.engines().canCompare()) {
      return List.of();
    }
    List<MenuItem> items = new ArrayList<>(List.of(new SeparatorMenuItem()));
    for (EchoEngine each : engine.engines().all()) {
      MenuItem item = new MenuItem("Check with " + each.name());
      item.setId("menu-check-with-" + each.name());
      item.disableProperty().bind(Bindings.isEmpty(selected));
      item.setOnAction(_ -> checkWith.accept(each));
      items.add(item);
    }
    MenuItem comparing = new MenuItem("Compare engines…");
    comparing.setId("menu-compare-engines");
    comparing.disableProperty().bind(Bindings.size(selected).isNotEqualTo(1));
    comparing.setOnAction(_ -> compare.run());
    items.add(comparing);
    items.add(choice(engine));
    return items;
  }

  /** The engine for all checks for which none is named. */
  private static Menu choice(ChosenEngine engine) {
    Menu menu = new Menu("Engine");
    menu.setId("menu-engine");
    ToggleGroup group = new ToggleGroup();
    for (EchoEngine each : engine.engines().all()) {
      RadioMenuItem item = new RadioMenuItem(each.name());
      item.setId("menu-engine-" + each.name());
      item.setToggleGroup(group);
      item.setSelected(each.name().equals(engine.name()));
      item.setOnAction(_ -> engine.choose(each));
      menu.getItems().add(item);
    }
    return menu;
  }
}
