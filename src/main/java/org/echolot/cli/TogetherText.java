package org.echolot.cli;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckResult;
import org.echolot.ticket.Disguise;
import org.echolot.ticket.TicketFormat;
import org.echolot.ticket.Tickets;
import org.jspecify.annotations.Nullable;

/** What follows the tickets on several checks: what these show together. Used by one thread. */
final class TogetherText {

  /** Beyond so many nobody reads tickets one below the other. */
  private static final int MOST = 2_000;

  private final List<CheckResult> results = new ArrayList<>();
  private long count;

  void add(CheckResult result) {
    count++;
    if (count <= MOST) {
      results.add(result);
    }
  }

  /** Empty if there is nothing, or there were too many. */
  String text(TicketFormat format, @Nullable Disguise disguise) {
    return count > MOST ? "" : Tickets.together(results, format, disguise).orElse("");
  }
}
