package org.echolot.ui.main;

import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.echolot.check.CheckResult;
import org.echolot.journal.TicketText;
import org.echolot.ui.console.ConsoleModel;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;

/** Copies what was found out about a peer, to be pasted into a ticket. */
final class Tickets {

  private final Supplier<@Nullable PeerRow> shown;
  private final ConsoleModel console;

  /**
   * @param shown the peer that the user looks at
   */
  Tickets(Supplier<@Nullable PeerRow> shown, ConsoleModel console) {
    this.shown = shown;
    this.console = console;
  }

  /** Copies the ticket of the peer's last check; does nothing where there was none. */
  void copy() {
    PeerRow row = shown.get();
    CheckResult result = row == null ? null : row.lastResult();
    if (row != null && result != null) {
      ClipboardContent content = new ClipboardContent();
      content.putString(TicketText.of(result, console.linesOf(row.lastCheckId())));
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
