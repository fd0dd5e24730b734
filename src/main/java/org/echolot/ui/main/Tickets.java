package org.echolot.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.echolot.check.CheckResult;
import org.echolot.journal.TicketText;
import org.echolot.ui.TextClipboard;
import org.echolot.ui.console.ConsoleModel;
import org.echolot.ui.peers.PeerRow;

/** Copies what was found out about a peer, to be pasted into a ticket. */
final class Tickets {

  private final Supplier<List<PeerRow>> selected;
  private final ConsoleModel console;
  private final Consumer<String> say;

  /**
   * @param selected the peers that the user means
   * @param say tells the user what was done
   */
  Tickets(Supplier<List<PeerRow>> selected, ConsoleModel console, Consumer<String> say) {
    this.selected = selected;
    this.console = console;
    this.say = say;
  }

  /** Copies the ticket of each peer's last check, one below the other, as far as there was one. */
  void copy() {
    List<String> tickets = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (PeerRow row : selected.get()) {
      CheckResult result = row.lastResult();
      if (result != null) {
        tickets.add(TicketText.of(result, console.linesOf(row.lastCheckId())));
        names.add(row.peer().name());
      }
    }
    if (tickets.isEmpty()) {
      say.accept("Nothing to copy yet: select a peer, and echo it.");
    } else {
      TextClipboard.copy(String.join("\n" + "-".repeat(72) + "\n\n", tickets));
      say.accept(
          "Copied what was found about "
              + (names.size() == 1 ? names.getFirst() : names.size() + " peers")
              + ".");
    }
  }
}
