package org.echolot.ui.main;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.echolot.check.CheckResult;
import org.echolot.journal.TicketText;
import org.echolot.ui.TextClipboard;
import org.echolot.ui.console.ConsoleModel;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;

/** Copies what was found out about a peer, to be pasted into a ticket. */
final class Tickets {

  private final Supplier<@Nullable PeerRow> shown;
  private final ConsoleModel console;
  private final Consumer<String> say;

  /**
   * @param shown the peer that the user looks at
   * @param say tells the user what was done
   */
  Tickets(Supplier<@Nullable PeerRow> shown, ConsoleModel console, Consumer<String> say) {
    this.shown = shown;
    this.console = console;
    this.say = say;
  }

  /** Copies the ticket of the peer's last check, if there was one. */
  void copy() {
    PeerRow row = shown.get();
    CheckResult result = row == null ? null : row.lastResult();
    if (row != null && result != null) {
      TextClipboard.copy(TicketText.of(result, console.linesOf(row.lastCheckId())));
      say.accept("Copied what was found about " + row.peer().name() + ".");
    } else {
      say.accept("Nothing to copy yet: select a peer, and echo it.");
    }
  }
}
