package org.echolot.cli.completion;

import java.util.ArrayList;
import java.util.List;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Option;

/** Completions for fish. */
final class FishScript {

  private FishScript() {}

  static String of(Word root) {
    List<String> lines = new ArrayList<>();
    lines.add("# fish completion for echolot. Made by: echolot completion fish");
    lines.add("");
    lines.add("function __echolot_at --description 'Whether these words are the command so far'");
    lines.add("  set -l words (commandline -opc)");
    lines.add("  set -l path ''");
    lines.add("  for word in $words[2..-1]");
    lines.add("    set -l next (string trim -- \"$path $word\")");
    lines.add("    if contains -- $next $__echolot_paths");
    lines.add("      set path $next");
    lines.add("    end");
    lines.add("  end");
    lines.add("  test \"$path\" = \"$argv\"");
    lines.add("end");
    lines.add("");
    lines.add("set -g __echolot_paths " + paths(root));
    lines.add("complete -c echolot -f");
    for (Word word : root.all()) {
      ofWord(word, lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String path(Word word) {
    return word.path().replaceFirst("^echolot ?", "");
  }

  private static String paths(Word root) {
    return String.join(" ", root.all().stream().skip(1).map(w -> quoted(path(w))).toList());
  }

  private static void ofWord(Word word, List<String> lines) {
    String at = "complete -c echolot -n " + quoted("__echolot_at " + path(word));
    for (Word each : word.below()) {
      lines.add(
          at + " -a " + each.name() + " -d " + quoted(Word.brief(each.declaration().summary())));
    }
    for (Option option : word.options()) {
      StringBuilder line = new StringBuilder(at);
      for (String name : option.spellings()) {
        line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
      }
      if (!option.operand().isEmpty()) {
        line.append(option.completion() == Completion.Source.FILES ? " -r -F" : " -x");
        line.append(arguments(option.completion()));
      }
      lines.add(line + " -d " + quoted(Word.brief(option.help())));
    }
    if (word.operands() == Completion.Source.FILES) {
      lines.add(at + " -F");
    } else if (!arguments(word.operands()).isEmpty()) {
      lines.add(at + arguments(word.operands()));
    }
  }

  private static String arguments(Completion completion) {
    return switch (completion) {
      case Completion.Words(List<String> words) -> " -a " + quoted(String.join(" ", words));
      case Completion.Source.PEERS -> " -a '(echolot completion peers 2>/dev/null)'";
      case Completion.Source.FILES, Completion.Source.NOTHING -> "";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
