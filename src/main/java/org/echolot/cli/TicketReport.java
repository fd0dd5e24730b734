package org.echolot.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.LongFunction;
import org.echolot.journal.JournalLine;
import org.echolot.journal.TicketText;

/** A block of plain text for each check, to be put into a ticket or a mail. */
final class TicketReport implements Report {

  private final PrintStream out;
  private final LongFunction<List<JournalLine>> log;
  private boolean first = true;

  /**
   * @param log hands out the lines of a check, by its number
   */
  TicketReport(PrintStream out, LongFunction<List<JournalLine>> log) {
    this.out = out;
    this.log = log;
  }

  @Override
  public void checkEnded(Rounds.Ended ended) {
    String ticket = TicketText.of(ended.result(), log.apply(ended.checkId()));
    out.print((first ? "" : "\n" + "-".repeat(72) + "\n\n") + ticket);
    first = false;
  }
}
