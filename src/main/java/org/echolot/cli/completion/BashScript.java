package org.echolot.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Option;

/** Completions for bash 3.2 and newer, with or without the package bash-completion. */
final class BashScript {

  private BashScript() {}

  static String of(Word root) {
    List<Word> words = root.all();
    return """
    # bash completion for echolot. Made by: echolot completion bash

    _echolot_add() { # a word a line
      local IFS=$'\\n' word
      for word in $1; do
        [[ $word != "$cur"* ]] || COMPREPLY+=("$(printf %q "$word")")
      done
    }

    _echolot_files() {
      local IFS=$'\\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -f -- "$cur"))
    }

    _echolot() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} path=echolot i
      COMPREPLY=()
      # An equals sign is a word of its own here.
      if [[ $prev = '=' ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
      elif [[ $cur = '=' ]]; then
        cur=''
      fi
      for ((i = 1; i < COMP_CWORD; i++)); do
        case "$path ${COMP_WORDS[i]}" in
          @PATHS@) path="$path ${COMP_WORDS[i]}" ;;
        esac
      done
      case $path in
    @CASES@  esac
    }

    complete -F _echolot echolot
    """
        .replace(
            "@PATHS@",
            words.stream()
                .skip(1)
                .map(word -> "'" + word.path() + "'")
                .collect(Collectors.joining(" | ")))
        .replace("@CASES@", words.stream().map(BashScript::ofWord).collect(Collectors.joining()));
  }

  private static String ofWord(Word word) {
    String values = word.options().stream().map(BashScript::ofValue).collect(Collectors.joining());
    Stream<String> names = word.options().stream().flatMap(o -> o.spellings().stream());
    Stream<String> below = word.below().stream().map(Word::name);
    return "    '"
        + word.path()
        + "')\n"
        + (values.isEmpty() ? "" : "      case $prev in\n" + values + "      esac\n")
        + "      if [[ $cur = -* ]]; then\n"
        + "        _echolot_add $'"
        + names.collect(Collectors.joining("\\n"))
        + "'\n"
        + "      else\n        "
        + (word.below().isEmpty()
            ? action(word.operands())
            : "_echolot_add $'" + below.collect(Collectors.joining("\\n")) + "'")
        + "\n      fi\n"
        + "      ;;\n";
  }

  private static String ofValue(Option option) {
    return switch (option) {
      case Option.Flag _, Option.Refused _ -> "";
      case Option.Value<?> _, Option.Values<?> _ ->
          "        "
              + String.join(" | ", option.spellings())
              + ") "
              + action(option.completion())
              + "; return ;;\n";
    };
  }

  private static String action(Completion completion) {
    return switch (completion) {
      case Completion.Words(List<String> words) ->
          "_echolot_add $'" + String.join("\\n", words) + "'";
      case Completion.Source.FILES -> "_echolot_files";
      case Completion.Source.PEERS -> "_echolot_add \"$(echolot completion peers 2>/dev/null)\"";
      case Completion.Source.NOTHING -> ":";
    };
  }
}
