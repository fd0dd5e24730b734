package org.echolot.ui.action;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
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
   *
   * @param menus makes the items of a menu that the button opens
   */
  static ButtonBase of(Look look, Deed deed, Place place, Function<Place, List<MenuItem>> menus) {
    ButtonBase button =
        switch (deed) {
          case Deed.Command command -> {
            ButtonBase made = look.menu() == null ? new Button() : split(menus, look.menu());
            made.disableProperty().bind(command.enabled().map(on -> !on));
            made.setOnAction(_ -> command.perform());
            yield made;
          }
          case Deed.Toggle(var on) -> {
            ToggleButton made = new ToggleButton();
            made.selectedProperty().bindBidirectional(on);
            yield made;
          }
          case Deed.Opens(var opened) -> {
            MenuButton made = new MenuButton();
            made.getItems().setAll(menus.apply(opened));
            yield made;
          }
          case Deed.Marked _, Deed.Options _, Deed.ByControl _ ->
              throw new IllegalArgumentException(look.id() + " is for menus");
        };
    name(button, look, place);
    return button;
  }

  private static SplitMenuButton split(Function<Place, List<MenuItem>> menus, Place akin) {
    SplitMenuButton split = new SplitMenuButton();
    split.getItems().setAll(menus.apply(akin));
    return split;
  }

  private static void name(ButtonBase button, Look look, Place place) {
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
  }
}
