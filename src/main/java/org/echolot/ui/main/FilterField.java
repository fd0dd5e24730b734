package org.echolot.ui.main;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.echolot.ui.action.WindowAction;

/** Where the user types what the list is to show. */
final class FilterField extends TextField {

  FilterField(StringProperty text) {
    setId("filter");
    setPromptText("filter…");
    setAccessibleText("Filter peers");
    setTooltip(
        new Tooltip(
            "Shows only the peers that contain all of these words ("
                + WindowAction.FILTER.keyText()
                + ")"));
    setPrefColumnCount(14);
    setMinWidth(90);
    textProperty().bindBidirectional(text);
  }

  /** Puts the cursor into the field, ready to type over what it holds. */
  void enter() {
    requestFocus();
    selectAll();
  }
}
