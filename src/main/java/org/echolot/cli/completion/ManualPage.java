package org.echolot.cli.completion;

import java.util.ArrayList;
import java.util.List;
import org.echolot.cli.option.Group;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.text.About;

/** The page of the manual, in the language of man(7). */
final class ManualPage {

  private final List<String> lines = new ArrayList<>();

  private ManualPage() {}

  static String of(Word root) {
    ManualPage page = new ManualPage();
    page.write(root);
    return String.join("\n", page.lines) + "\n";
  }

  private void write(Word root) {
    lines.add(".TH ECHOLOT 1 \"\" " + quoted(About.program()) + " \"User Commands\"");
    lines.add(".SH NAME");
    lines.add("echolot \\- " + escaped(Word.brief(root.declaration().summary())));
    lines.add(".SH SYNOPSIS");
    lines.add(".B echolot");
    for (Word word : leaves(root)) {
      lines.add(".br");
      synopsis(word);
    }
    lines.add(".SH DESCRIPTION");
    lines.add(escaped(root.declaration().summary()));
    lines.add("Without arguments, Echolot opens its window.");
    lines.add(".SH OPTIONS");
    root.options().forEach(this::option);
    lines.add(".SH COMMANDS");
    leaves(root).forEach(this::command);
    lines.add(".SH EXIT STATUS");
    defined("0", "Every check succeeded.");
    defined("1", "At least one check failed.");
    defined("2", "The usage is wrong, or input cannot be read; one line says what and where.");
    defined("130", "Stopped by the user, or not everything could be written.");
    lines.add(".SH ENVIRONMENT");
    defined("ECHOLOT_PEERS", "The peers file, where no option names one.");
    defined("COLUMNS", "The width of the help.");
    lines.add(".SH FILES");
    defined("$XDG_CONFIG_HOME/echolot/peers.json", "The saved peers; default: ~/.config.");
  }

  private static List<Word> leaves(Word root) {
    return root.all().stream().filter(word -> word.below().isEmpty()).toList();
  }

  private void synopsis(Word word) {
    lines.add(".B " + escaped(word.path()));
    if (!word.declaration().synopsis().isEmpty()) {
      lines.add(escaped(word.declaration().synopsis()));
    }
  }

  private void command(Word word) {
    lines.add(".SS " + quoted(word.path()));
    lines.add(escaped(word.declaration().summary()));
    for (String detail : word.declaration().details()) {
      lines.add(".PP");
      lines.add(escaped(detail));
    }
    Operands operands = word.declaration().operands();
    if (operands.most() > 0) {
      lines.add(".TP");
      lines.add(".I " + escaped(operands.label()));
      lines.add(escaped(operands.help()));
    }
    for (Group group : word.declaration().groups()) {
      if (!group.shown().isEmpty()) {
        lines.add(".PP");
        lines.add(".B " + escaped(group.title() + ":"));
        group.shown().forEach(this::option);
      }
    }
  }

  private void option(Option option) {
    lines.add(".TP");
    String names =
        String.join("\\fR, \\fB", option.spellings().stream().map(ManualPage::escaped).toList());
    lines.add(
        "\\fB"
            + names
            + "\\fR"
            + (option.operand().isEmpty() ? "" : "\\fI" + escaped(option.operand()) + "\\fR"));
    lines.add(escaped(option.help()));
  }

  private void defined(String code, String meaning) {
    lines.add(".TP");
    lines.add(".B " + escaped(code));
    lines.add(escaped(meaning));
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  /** As text, whatever it begins with. */
  private static String escaped(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
