package org.echolot.cli.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The help of a command, for a terminal. */
public final class UsageText {

  private static final int DEFAULT_WIDTH = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 120;

  /** Where a longer name has its description on the next line. */
  private static final int WIDEST_NAME = 28;

  private final List<String> lines = new ArrayList<>();
  private final int width;

  private UsageText(int width) {
    this.width = width;
  }

  /** The lines of the help. */
  public static List<String> of(
      Command command, String qualifiedName, Map<String, String> variables) {
    UsageText text = new UsageText(width(variables));
    text.write(command, qualifiedName);
    return text.lines;
  }

  /** That of the terminal, as far as the shell tells it. */
  private static int width(Map<String, String> variables) {
    String columns = variables.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,3}")
        ? Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST)
        : DEFAULT_WIDTH;
  }

  private void write(Command command, String qualifiedName) {
    Declaration declaration = command.declaration();
    boolean first = true;
    for (String form : declaration.synopsis().split("\n", -1)) {
      lines.add((first ? "Usage: " : "       ") + (qualifiedName + " " + form).strip());
      first = false;
    }
    paragraph(declaration.summary());
    declaration.details().forEach(this::paragraph);
    Map<String, Map<String, String>> sections = sections(command, declaration);
    int column =
        sections.values().stream()
            .flatMap(rows -> rows.keySet().stream())
            .mapToInt(String::length)
            .filter(length -> length <= Math.min(WIDEST_NAME, width * 2 / 5))
            .max()
            .orElse(0);
    sections.forEach((title, rows) -> section(title, rows, column));
    if (!declaration.footer().isEmpty()) {
      lines.add("");
      lines.addAll(declaration.footer());
    }
  }

  private static Map<String, Map<String, String>> sections(
      Command command, Declaration declaration) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    if (!command.below().isEmpty()) {
      Map<String, String> rows = new LinkedHashMap<>();
      command.below().forEach(each -> rows.put(each.name(), each.declaration().summary()));
      sections.put("Commands", rows);
    }
    Operands operands = declaration.operands();
    if (operands.most() > 0) {
      sections.put("Arguments", Map.of(operands.label(), operands.help()));
    }
    for (Group group : declaration.allGroups()) {
      for (Option option : group.shown()) {
        sections
            .computeIfAbsent(group.title(), _ -> new LinkedHashMap<>())
            .put(option.names() + option.operand(), option.help());
      }
    }
    return sections;
  }

  private void paragraph(String text) {
    lines.add("");
    lines.addAll(wrapped(text, width));
  }

  private void section(String title, Map<String, String> rows, int column) {
    lines.add("");
    lines.add(title + ":");
    rows.forEach(
        (name, text) -> {
          String left = "  " + name;
          if (name.length() > column) {
            lines.add(left);
            left = "";
          }
          for (String line : wrapped(text, width - column - 4)) {
            lines.add(left + " ".repeat(column + 4 - left.length()) + line);
            left = "";
          }
        });
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
