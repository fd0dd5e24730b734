package org.echolot.ui.console;

import javafx.scene.control.TextField;
import org.echolot.ui.action.ConsoleAction;
import org.echolot.ui.action.WindowAction;

/** Where the user types the text to find; it is found as it is typed. */
final class FindField extends TextField {

  FindField(Finder finder, ConsoleList list) {
    setPromptText("find…");
    Controls.describe(
        this,
        "console-find",
        "Find in the lines shown ("
            + WindowAction.FIND.keyText()
            + "; "
            + ConsoleAction.FIND_NEXT.keyText()
            + " and "
            + ConsoleAction.FIND_PREVIOUS.keyText()
            + " go on)");
    textProperty().subscribe((_, text) -> finder.find(text, list.currentRow()));
  }

  /** Puts the cursor into the field, ready to type over what it holds. */
  void enter() {
    requestFocus();
    selectAll();
  }
}
