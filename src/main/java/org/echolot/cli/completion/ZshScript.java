package org.echolot.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;

/** Completions for zsh. */
final class ZshScript {

  private ZshScript() {}

  static String of(Word root) {
    return """
    #compdef echolot
    # zsh completion for echolot. Made by: echolot completion zsh

    __echolot_names() {
      local -a peers
      peers=("${(@f)$(echolot completion peers 2>/dev/null)}")
      (( ${#peers[1]} )) && compadd "$@" -a peers
    }

    @FUNCTIONS@
    if [ "$funcstack[1]" = _echolot ]; then
      _echolot "$@"
    else
      compdef _echolot echolot
    fi
    """
        .replace(
            "@FUNCTIONS@",
            root.all().stream().map(ZshScript::function).collect(Collectors.joining("\n")));
  }

  private static String function(Word word) {
    StringBuilder text = new StringBuilder(word.function() + "() {\n");
    text.append(
        word.below().isEmpty() ? "  _arguments -s" : "  local state line\n  _arguments -s -C");
    for (Option option : word.options()) {
      text.append(" \\\n    ").append(option(option));
    }
    if (!word.below().isEmpty()) {
      text.append(" \\\n    '1: :->command' \\\n    '*:: :->rest'\n").append(below(word));
    } else {
      Operands operands = word.declaration().operands();
      if (operands.most() > 0) {
        text.append(" \\\n    ")
            .append(
                quoted(
                    (operands.most() == 1 ? "1" : "*")
                        + ":"
                        + operands.label()
                        + ":"
                        + action(operands.completion())));
      }
      text.append("\n");
    }
    return text.append("}\n").toString();
  }

  private static String below(Word word) {
    StringBuilder text =
        new StringBuilder("  case $state in\n    command)\n      local -a words=(");
    for (Word each : word.below()) {
      text.append("\n        ")
          .append(quoted(each.name() + ":" + Word.brief(each.declaration().summary())));
    }
    text.append(")\n      _describe command words\n      ;;\n    rest)\n      case $line[1] in\n");
    for (Word each : word.below()) {
      text.append("        ")
          .append(each.name())
          .append(") ")
          .append(each.function())
          .append(" ;;\n");
    }
    return text.append("      esac\n      ;;\n  esac\n").toString();
  }

  private static String option(Option option) {
    List<String> names = option.spellings();
    boolean again = option instanceof Option.Values<?>;
    String value =
        option.operand().isEmpty()
            ? ""
            : ":"
                + option.operand().strip().replaceAll("\\[.*", "")
                + ":"
                + action(option.completion());
    String rest = "[" + Word.brief(option.help()).replaceAll("([\\[\\]])", "\\\\$1") + "]" + value;
    String all = names.size() == 1 ? "" : "{" + String.join(",", names) + "}";
    String equals = option.operand().isEmpty() || names.size() > 1 ? "" : "=";
    return (again ? "'*'" : names.size() == 1 ? "" : "'(" + String.join(" ", names) + ")'")
        + (names.size() == 1 ? quoted(names.getFirst() + equals + rest) : all + quoted(rest));
  }

  private static String action(Completion completion) {
    return switch (completion) {
      case Completion.Words(List<String> words) -> "(" + String.join(" ", words) + ")";
      case Completion.Source.FILES -> "_files";
      case Completion.Source.PEERS -> "__echolot_names";
      case Completion.Source.NOTHING -> " ";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
