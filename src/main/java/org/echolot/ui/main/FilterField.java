package org.echolot.ui.main;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.property.StringProperty;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.echolot.ui.action.WindowAction;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the user types what the list is to show. */
final class FilterField extends CustomTextField {

  private static final double WIDTH = 380;

  FilterField(StringProperty text) {
    setId("filter");
    setPromptText("Search name, AE title, host, tag, result");
    setAccessibleText("Filter peers");
    setTooltip(
        new Tooltip(
            "Shows only the peers that contain all of these words ("
                + WindowAction.FILTER.keyText()
                + "); also is:failing, tag:ct, tls, cert<30 (days left), slow>100ms"));
    setPrefWidth(WIDTH);
    setMinWidth(120);
    setLeft(new FontIcon(Feather.SEARCH));
    StackPane clear = new StackPane(new FontIcon(Feather.X));
    clear.setId("filter-x");
    clear.setCursor(Cursor.HAND);
    clear.setOnMouseClicked(_ -> clear());
    clear.visibleProperty().bind(textProperty().isNotEmpty());
    setRight(clear);
    textProperty().bindBidirectional(text);
  }

  /** Puts the cursor into the field, ready to type over what it holds. */
  void enter() {
    requestFocus();
    selectAll();
  }
}
