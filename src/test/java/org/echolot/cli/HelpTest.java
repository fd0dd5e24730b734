package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Group;
import org.echolot.cli.option.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @TempDir Path folder;

  private List<String> help(String columns, String... args) {
    CommandLineRun run = new CommandLineRun(folder).with("COLUMNS", columns);
    assertThat(run.run(args)).isZero();
    assertThat(run.err()).isEmpty();
    return run.outLines();
  }

  @Test
  void theOptionsOfEchoStandInGroups() {
    assertThat(help("", "echo", "--help"))
        .containsSubsequence("Targets:", "Timing:", "Output:", "TLS:", "User:", "Help:")
        .anyMatch(line -> line.startsWith("  --timeout TIME   "));
  }

  @ParameterizedTest
  @CsvSource({"40, 40", "60, 60", "100, 100", "1000, 120", "'', 80", "zero, 80", "1, 40"})
  void theHelpIsAsWideAsTheTerminal(String columns, int width) {
    int widest =
        help(columns, "echo", "--help").stream()
            .filter(line -> !line.startsWith("Usage:"))
            .mapToInt(String::length)
            .max()
            .orElseThrow();

    assertThat(widest).isBetween(width - 12, width);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--tiemout --help", "--timeout --help", "-h --repeat x"})
  void whoAsksForHelpGetsItWhateverElseIsWrong(String args) {
    assertThat(help("", ("echo " + args).split(" "))).first().asString().startsWith("Usage: ");
  }

  @Test
  void noCommandOfTheHelpComesWithALaterVersion() {
    List<String> words =
        help("", "--help").stream()
            .filter(line -> line.matches("  [a-z][a-z-]+ {2,}\\S.*"))
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();
    assertThat(words).contains("echo", "probe", "watch", "peers");
    for (String word : words) {
      assertThat(help("", word, "--help").getFirst()).as(word).startsWith("Usage: ").contains(word);
      CommandLineRun run = new CommandLineRun(folder);
      assertThat(run.run(word, "--no-such-option")).as(word + ": " + run.err()).isNotZero();
      assertThat(run.out() + run.err())
          .as(word)
          .contains("no-such-option")
          .doesNotContain("later version");
    }
  }

  @Test
  void noHelpBehindTwoHyphens() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("echo", "--", "--help")).isEqualTo(2);
    assertThat(run.err()).contains("no peer is named '--help'");
  }

  @Test
  void noHelpShowsOptionsForSecrets() {
    assertThat(String.join("\n", help("", "echo", "-h"))).doesNotContain("--password");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo --tiemout 5s A@b:1 | Unknown option: '--tiemout'. Did you mean --timeout?",
        "echo --tls-profil x A@b:1 | Unknown option: '--tls-profil'. Did you mean --tls-profile?",
        "echo --user-pasword=sesame A@b:1 | Unknown option: '--user-pasword'",
        "ehco A@b:1 | there is no command 'ehco'. Did you mean echo?",
        "peers lsit | there is no command 'lsit'. Did you mean list?",
      })
  void theNearestRightWordIsAskedFor(String line, String told) {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run(line.split(" "))).isEqualTo(2);
    assertThat(run.err()).contains(told).doesNotContain("sesame");
  }

  @Test
  void noOptionIsDeclaredTwiceInACommandAndEachHasAHelpOfSentences() {
    CommandLineRun run = new CommandLineRun(folder);
    requireDeclared(new EcholotCommand(run.environment(OutputStream.nullOutputStream())));
  }

  private static void requireDeclared(Command command) {
    Set<String> names = new HashSet<>();
    for (Option option : command.declaration().options()) {
      for (String name : option.spellings()) {
        assertThat(names.add(name)).as("%s of %s is new", name, command.name()).isTrue();
        assertThat(name).matches("-[A-Za-z]|--[a-z][a-z0-9-]+");
      }
    }
    for (Group group : command.declaration().groups()) {
      assertThat(group.shown())
          .allSatisfy(option -> assertThat(option.help()).matches("\\p{L}.*\\."));
    }
    command.below().forEach(HelpTest::requireDeclared);
  }
}
