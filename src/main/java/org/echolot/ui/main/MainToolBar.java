package org.echolot.ui.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.echolot.ui.Theming;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.Place;
import org.echolot.ui.action.WindowAction;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tool bar: the actions that are needed most, the filter, and light or dark. */
final class MainToolBar extends ToolBar {

  private static final double ROOM_FOR_TOOLS = 800;
  private static final double LEAST_FILTER = 140;
  private static final double FILTER = 380;

  MainToolBar(Actions actions, FilterField filter, Theming theming) {
    setId("main-tools");
    for (List<ButtonBase> group : actions.buttons(Place.TOOL_BAR)) {
      if (!getItems().isEmpty()) {
        getItems().add(new Separator(Orientation.VERTICAL));
      }
      getItems().addAll(group);
      group.stream()
          .filter(button -> "tool-echo".equals(button.getId()))
          .forEach(button -> button.getStyleClass().add(Styles.ACCENT));
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ButtonBase theme = actions.button(WindowAction.TOGGLE_THEME, Place.TOOL_BAR_END);
    theme.getStyleClass().add(Styles.FLAT);
    theming
        .darkProperty()
        .subscribe(dark -> theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON)));
    getItems().addAll(gap, filter, theme);
    // A tool bar lets nothing shrink, and hides what has no room.
    widthProperty()
        .subscribe(
            width ->
                filter.setPrefWidth(
                    Math.clamp(width.doubleValue() - ROOM_FOR_TOOLS, LEAST_FILTER, FILTER)));
  }
}
