package org.echolot.ticket;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One check, or several, as text for a ticket or a mail. */
public final class Tickets {

  private Tickets() {}

  /**
   * The ticket of one check, with line feeds, ending in one.
   *
   * @param disguise hides addresses and names; null to show them
   */
  public static String of(Evidence evidence, TicketFormat format, @Nullable Disguise disguise) {
    Evidence shown = disguise == null ? evidence : disguise.hide(evidence);
    Ticket ticket = TicketMaker.make(evidence.result(), shown, disguise);
    return switch (format) {
      case TEXT -> PlainTicket.of(ticket);
      case MARKDOWN -> MarkdownTicket.of(ticket);
    };
  }

  /** The tickets of several checks, one below the other. */
  public static String of(
      List<Evidence> several, TicketFormat format, @Nullable Disguise disguise) {
    return several.stream()
        .map(evidence -> of(evidence, format, disguise))
        .collect(Collectors.joining(between(format)));
  }

  /** What stands between two tickets. */
  public static String between(TicketFormat format) {
    return switch (format) {
      case TEXT -> "\n" + "-".repeat(72) + "\n\n";
      case MARKDOWN -> "\n---\n\n";
    };
  }
}
