package org.echolot.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Option;

/** Completions for PowerShell 5.1 and newer. */
final class PowerShellScript {

  private PowerShellScript() {}

  static String of(Word root) {
    return """
    # PowerShell completion for echolot. Made by: echolot completion powershell

    Register-ArgumentCompleter -Native -CommandName echolot -ScriptBlock {
      param($wordToComplete, $commandAst, $cursorPosition)
      $commands = @{
    @COMMANDS@  }
      $options = @{
    @OPTIONS@  }
      $values = @{
    @VALUES@  }
      $words = @($commandAst.CommandElements | ForEach-Object { "$_" } | Select-Object -Skip 1)
      if ($wordToComplete -and $words.Count) {
        $words = @($words | Select-Object -First ($words.Count - 1))
      }
      $path = 'echolot'
      foreach ($word in $words) {
        if ($options.ContainsKey("$path $word")) { $path = "$path $word" }
      }
      $previous = if ($words.Count) { $words[-1] } else { '' }
      $found = if ($values.ContainsKey("$path $previous")) { $values["$path $previous"] }
        elseif ($wordToComplete.StartsWith('-')) { $options[$path] }
        else { $commands[$path] }
      if ("$found" -eq '@peers') { $found = @(echolot completion peers) }
      if ("$found" -eq '@files') { return }
      $found | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
        $text = if ($_ -match ' ') { "'" + $_.Replace("'", "''") + "'" } else { $_ }
        [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
      }
    }
    """
        .replace("@COMMANDS@", lines(root.all().stream().map(PowerShellScript::commands)))
        .replace(
            "@OPTIONS@", lines(root.all().stream().map(word -> entry(word.path(), names(word)))))
        .replace("@VALUES@", lines(root.all().stream().flatMap(PowerShellScript::values)));
  }

  private static String lines(Stream<String> entries) {
    return entries.map(entry -> "    " + entry + "\n").collect(Collectors.joining());
  }

  private static String commands(Word word) {
    return entry(
        word.path(),
        word.below().isEmpty()
            ? candidates(word.operands())
            : word.below().stream().map(Word::name).toList());
  }

  private static List<String> names(Word word) {
    return word.options().stream().flatMap(option -> option.spellings().stream()).toList();
  }

  private static Stream<String> values(Word word) {
    return word.options().stream()
        .filter(option -> !option.operand().isEmpty())
        .flatMap(option -> option.spellings().stream().map(name -> value(word, name, option)));
  }

  private static String value(Word word, String name, Option option) {
    return entry(word.path() + " " + name, candidates(option.completion()));
  }

  private static List<String> candidates(Completion completion) {
    return switch (completion) {
      case Completion.Words(List<String> words) -> words;
      case Completion.Source.PEERS -> List.of("@peers");
      case Completion.Source.FILES -> List.of("@files");
      case Completion.Source.NOTHING -> List.of();
    };
  }

  private static String entry(String key, List<String> values) {
    return "'"
        + key
        + "' = @("
        + values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "))
        + ")";
  }
}
