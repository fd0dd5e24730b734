package org.echolot.ui.console;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.echolot.ui.action.Action;
import org.echolot.ui.action.Actions;
import org.echolot.ui.action.Place;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The console's controls, each with an id, a tooltip and what a screen reader says. */
final class Controls {

  private Controls() {}

  static Button button(String id, String text, Feather icon, String tells, Runnable action) {
    Button button = new Button(text, new FontIcon(icon));
    button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    button.setOnAction(_ -> action.run());
    describe(button, id, tells);
    return button;
  }

  /** A button for an action. */
  static ButtonBase button(Actions actions, Action action, Place place) {
    ButtonBase button = actions.button(action, place);
    button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
    button.setAccessibleText(button.getTooltip().getText());
    return button;
  }

  static void describe(Control control, String id, String tells) {
    control.setId(id);
    control.setTooltip(new Tooltip(tells));
    control.setAccessibleText(tells);
  }

  /** Nodes that stay together where the toolbar wraps. */
  static HBox group(Node... nodes) {
    HBox group = new HBox(nodes);
    group.getStyleClass().add("group");
    group.setAlignment(Pos.CENTER_LEFT);
    return group;
  }
}
