package org.echolot.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.CheckResult;
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
    return of(evidence, disguise == null ? evidence : disguise.hide(evidence), format, disguise);
  }

  private static String of(
      Evidence evidence, Evidence shown, TicketFormat format, @Nullable Disguise disguise) {
    return written(TicketMaker.make(evidence.result(), shown, disguise), format);
  }

  static String written(Ticket ticket, TicketFormat format) {
    return switch (format) {
      case TEXT -> PlainTicket.of(ticket);
      case MARKDOWN -> MarkdownTicket.of(ticket);
    };
  }

  /** The tickets of several checks, one below the other, below a summary of all of them. */
  public static String of(
      List<Evidence> several, TicketFormat format, @Nullable Disguise disguise) {
    List<Evidence> shown =
        disguise == null ? several : several.stream().map(disguise::hide).toList();
    List<String> parts = new ArrayList<>();
    if (several.size() > 1) {
      parts.add(
          written(
              TicketSummary.of(
                  shown.stream().map(Evidence::result).toList(), "below", disguise != null),
              format));
    }
    for (int i = 0; i < several.size(); i++) {
      parts.add(of(several.get(i), shown.get(i), format, disguise));
    }
    return String.join(between(format), parts);
  }

  /**
   * What several checks show together, to follow their tickets; empty if that is nothing more than
   * each of them shows.
   *
   * @param results in the order in which the checks were made
   * @param disguise what hid addresses and names in the tickets; null: nothing did
   */
  public static Optional<String> together(
      List<CheckResult> results, TicketFormat format, @Nullable Disguise disguise) {
    return TicketSummary.afterAll(
            disguise == null ? results : results.stream().map(disguise::hide).toList(),
            disguise != null)
        .map(summary -> between(format) + written(summary, format));
  }

  /** What stands between two tickets. */
  public static String between(TicketFormat format) {
    return switch (format) {
      case TEXT -> "\n" + "-".repeat(72) + "\n\n";
      case MARKDOWN -> "\n---\n\n";
    };
  }
}
