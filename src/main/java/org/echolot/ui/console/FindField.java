package org.echolot.ui.console;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.TextField;
import org.echolot.ui.action.ConsoleAction;
import org.echolot.ui.action.WindowAction;

/** Where the user types the text to find; it is found as it is typed. */
final class FindField extends TextField {

  private final Finder finder;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

  FindField(Finder finder, ConsoleList list) {
    this.finder = finder;
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

  /** Whether the user is looking for something. */
  ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Ends the search. */
  void endSearch() {
    clear();
    open.set(false);
  }

  /** Puts the cursor into the field, ready to type over what it holds. */
  void enter() {
    open.set(true);
    finder.prepare();
    requestFocus();
    selectAll();
  }
}
