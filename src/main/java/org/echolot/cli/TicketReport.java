package org.echolot.cli;

import java.io.PrintStream;
import org.echolot.fleet.Schedule;
import org.echolot.report.Report;
import org.echolot.ticket.Disguise;
import org.echolot.ticket.TicketFormat;
import org.echolot.ticket.Tickets;
import org.jspecify.annotations.Nullable;

/** A block of text for each check, to be put into a ticket or a mail. */
final class TicketReport implements Report {

  private final PrintStream out;
  private final TicketFormat format;
  private final @Nullable Disguise disguise;
  private final TicketEvidence evidence = new TicketEvidence();
  private final TogetherText all = new TogetherText();
  private boolean first = true;

  /**
   * @param disguise hides addresses and names; null to show them
   */
  TicketReport(PrintStream out, TicketFormat format, @Nullable Disguise disguise) {
    this.out = out;
    this.format = format;
    this.disguise = disguise;
  }

  @Override
  public void checkEnded(Schedule.Ended ended) {
    String ticket = Tickets.of(evidence.of(ended), format, disguise);
    out.print((first ? "" : Tickets.between(format)) + ticket);
    first = false;
    all.add(ended.result());
  }

  @Override
  public void allEnded() {
    out.print(all.text(format, disguise));
  }
}
