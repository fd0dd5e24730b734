package org.echolot.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.text.SafeLine;
import org.echolot.ticket.Ticket.Body;
import org.echolot.ticket.Ticket.Field;
import org.echolot.ticket.Ticket.Section;

/** A ticket as plain text, for a monospaced font and, less beautiful, for any other. */
final class PlainTicket {

  private final List<String> lines = new ArrayList<>();

  private PlainTicket() {}

  /** With line feeds, ending in one. */
  static String of(Ticket ticket) {
    PlainTicket text = new PlainTicket();
    text.add(ticket.title());
    text.add(ticket.verdict());
    ticket.sections().forEach(text::section);
    return String.join("\n", text.lines) + "\n";
  }

  private void section(Section section) {
    add("");
    if (!section.heading().isEmpty()) {
      add(section.heading());
    }
    switch (section.body()) {
      case Body.Fields(List<Field> fields) -> fields.forEach(this::field);
      case Body.Items(List<String> items) -> items.forEach(item -> add("  " + item));
      case Body.Lines(List<String> all) -> all.forEach(line -> add("  " + line));
    }
  }

  private void field(Field field) {
    for (int i = 0; i < field.values().size(); i++) {
      add(
          String.format(
              Locale.ROOT,
              "  %-20s %s%s",
              i == 0 ? field.name() + ":" : "",
              field.isNumbered() ? (i + 1) + ". " : "",
              field.values().get(i)));
    }
  }

  private void add(String line) {
    lines.add(SafeLine.of(line));
  }
}
