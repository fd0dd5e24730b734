package org.echolot.ui.main;

import atlantafx.base.theme.Styles;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.echolot.ui.Theming;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tool bar: the actions that are needed most, the filter, and light or dark. */
final class MainToolBar extends ToolBar {

  MainToolBar(WindowActions actions, FilterField filter, Theming theming) {
    setId("main-tools");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getItems()
        .setAll(
            actions.echo.button("Echo"),
            actions.echoAll.button("Echo all"),
            actions.stop.button("Stop"),
            new Separator(Orientation.VERTICAL),
            actions.add.button("Add"),
            actions.edit.button("Edit"),
            actions.duplicate.button(""),
            actions.delete.button(""),
            actions.undo.button(""),
            gap,
            filter,
            themeButton(theming));
  }

  private static Button themeButton(Theming theming) {
    Button button = new Button();
    button.setId("tool-theme");
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText("Light or dark");
    button.setTooltip(new Tooltip("Light or dark"));
    button.getStyleClass().add(Styles.FLAT);
    theming
        .darkProperty()
        .subscribe(dark -> button.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON)));
    button.setOnAction(_ -> theming.toggle());
    return button;
  }
}
