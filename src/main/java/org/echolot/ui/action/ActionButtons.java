package org.echolot.ui.action;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes buttons of actions. */
final class ActionButtons {

  private ActionButtons() {}

  /**
   * Its words are those of its spot in {@code place}, where it must be offered; the icon stands
   * alone where there are none.
   */
  static ButtonBase of(Look look, Deed deed, Place place) {
    ButtonBase button =
        switch (deed) {
          case Deed.Command command -> {
            Button made = new Button();
            made.disableProperty().bind(command.enabled().map(on -> !on));
            made.setOnAction(_ -> command.perform());
            yield made;
          }
          case Deed.Toggle(var on) -> {
            ToggleButton made = new ToggleButton();
            made.selectedProperty().bindBidirectional(on);
            yield made;
          }
          case Deed.Marked _, Deed.Options _, Deed.Opens _, Deed.ByControl _ ->
              throw new IllegalArgumentException(look.id() + " is for menus");
        };
    button.setId(place.prefix() + "-" + look.id());
    button.setText(look.spotIn(place).map(Spot::words).orElseThrow());
    if (look.icon() != null) {
      button.setGraphic(new FontIcon(look.icon()));
    }
    if (button.getText().isEmpty()) {
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
    button.setTooltip(new Tooltip(look.tipWithKey()));
    button.setAccessibleText(look.text());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
