package org.echolot.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.echolot.text.SafeLine;
import org.echolot.ticket.Ticket.Body;
import org.echolot.ticket.Ticket.Field;
import org.echolot.ticket.Ticket.Section;

/**
 * A ticket as GitHub Flavored Markdown. Nothing that a peer or a user put into a text is markup in
 * it.
 */
final class MarkdownTicket {

  /** What CommonMark, tables and autolinks read as markup somewhere in a line. */
  private static final String MARKUP = "\\`*[]<>|~&#!$";

  /** What renderers make links of, without the characters that end code or a table's cell. */
  private static final Pattern LINK =
      Pattern.compile("(?i)[^\\s`|\"<>()]*(?:://|www\\.|@|mailto:|xmpp:)[^\\s`|\"<>()]*");

  private static final int SHORTEST_FENCE = 3;

  private final List<String> lines = new ArrayList<>();

  private MarkdownTicket() {}

  /** With line feeds, ending in one. */
  static String of(Ticket ticket) {
    MarkdownTicket text = new MarkdownTicket();
    text.lines.add("## " + escaped(ticket.title()));
    text.lines.add("");
    text.lines.add("**" + escaped(ticket.verdict()) + "**");
    ticket.sections().forEach(text::section);
    return String.join("\n", text.lines) + "\n";
  }

  private void section(Section section) {
    lines.add("");
    if (!section.heading().isEmpty()) {
      lines.add("### " + escaped(section.heading()));
      lines.add("");
    }
    switch (section.body()) {
      case Body.Fields(List<Field> fields) -> fields(fields);
      case Body.Items(List<String> items) -> items.forEach(item -> lines.add("- " + escaped(item)));
      case Body.Lines(List<String> all) -> block(all);
    }
  }

  private void fields(List<Field> fields) {
    if (fields.stream().noneMatch(Field::isNumbered)) {
      lines.add("| | |");
      lines.add("|---|---|");
      for (Field field : fields) {
        lines.add("| " + escaped(field.name()) + " | " + value(field) + " |");
      }
      return;
    }
    for (Field field : fields) {
      if (!lines.getLast().isEmpty()) {
        lines.add(""); // else two fields would be one paragraph
      }
      if (field.isNumbered()) {
        lines.add("**" + escaped(field.name()) + ":**");
        lines.add("");
        for (int i = 0; i < field.values().size(); i++) {
          lines.add((i + 1) + ". " + escaped(field.values().get(i)));
        }
      } else {
        lines.add("**" + escaped(field.name()) + ":** " + value(field));
      }
    }
  }

  private static String value(Field field) {
    return field.values().stream().map(MarkdownTicket::escaped).collect(Collectors.joining(" "));
  }

  /** Text as it is, between fences longer than any in it. */
  private void block(List<String> text) {
    List<String> safe = text.stream().map(SafeLine::of).toList();
    int longest = safe.stream().mapToInt(MarkdownTicket::longestRun).max().orElse(0);
    String fence = "`".repeat(Math.max(SHORTEST_FENCE, longest + 1));
    lines.add(fence + "text");
    lines.addAll(safe);
    lines.add(fence);
  }

  private static int longestRun(String line) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < line.length(); i++) {
      run = line.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Text from elsewhere that looks after rendering as it did before, and is no link. */
  static String escaped(String text) {
    String safe = SafeLine.of(text);
    StringBuilder escaped = new StringBuilder(safe.length() + 16);
    Matcher link = LINK.matcher(safe);
    int end = 0;
    while (link.find()) {
      escape(safe, end, link.start(), escaped);
      // No escape keeps all renderers from making links of text, and code does.
      escaped.append('`').append(link.group()).append('`');
      end = link.end();
    }
    escape(safe, end, safe.length(), escaped);
    return escaped.toString();
  }

  private static void escape(String safe, int from, int to, StringBuilder escaped) {
    for (int i = from; i < to; i++) {
      char c = safe.charAt(i);
      char before = i == 0 ? ' ' : safe.charAt(i - 1);
      if (c == ' ' && before == ' ') {
        escaped.append("&nbsp;"); // several blanks would be shown as one
        continue;
      }
      if (MARKUP.indexOf(c) >= 0
          || (c == '_' && !(Character.isLetterOrDigit(before) && isWordAt(safe, i + 1)))
          || (i == 0 && "-+=".indexOf(c) >= 0)
          || ((c == '.' || c == ')') && i > 0 && startsWithNumber(safe, i))) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
  }

  /** A number, a dot and a blank at the beginning would begin a list. */
  private static boolean startsWithNumber(String text, int end) {
    return at(text, end + 1) == ' '
        && text.substring(0, end).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }

  private static boolean isWordAt(String text, int index) {
    return Character.isLetterOrDigit(at(text, index));
  }
}
