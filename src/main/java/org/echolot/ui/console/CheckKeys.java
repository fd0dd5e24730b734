package org.echolot.ui.console;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import org.echolot.journal.JournalLine;

/** What the keys of a tree do in the console: fold, unfold, and look at one check alone. */
final class CheckKeys {

  private final ConsoleChecks checks;
  private final ListView<JournalLine> list;

  CheckKeys(ConsoleChecks checks, ListView<JournalLine> list) {
    this.checks = checks;
    this.list = list;
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    JournalLine line = list.getSelectionModel().getSelectedItem();
    boolean modified =
        event.isShortcutDown() || event.isShiftDown() || event.isAltDown() || event.isControlDown();
    if (modified || line == null || line.conversationId() == 0) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> checks.setFolded(line.conversationId(), true);
      case RIGHT -> checks.setFolded(line.conversationId(), false);
      case ENTER -> checks.toggleOnly(line);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
