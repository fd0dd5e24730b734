package org.echolot.ui.main;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/** Where the user types what the list is to show; Esc shows everything again, Enter goes there. */
final class FilterField extends TextField {

  /**
   * @param leave takes the user to what was found
   */
  FilterField(StringProperty text, Runnable leave) {
    setId("filter");
    setPromptText("filter…");
    setAccessibleText("Filter peers");
    setTooltip(new Tooltip("Shows only peers with all of these words (Ctrl+F)"));
    setPrefColumnCount(14);
    setMinWidth(90);
    textProperty().bindBidirectional(text);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
            leave.run();
            event.consume();
          }
        });
  }

  /** Puts the cursor into the field, ready to type over what it holds. */
  void enter() {
    requestFocus();
    selectAll();
  }
}
