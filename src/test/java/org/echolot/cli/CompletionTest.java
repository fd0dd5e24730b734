package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts are run by the shells themselves, where these are installed. */
@Timeout(60)
class CompletionTest {

  /** What is typed, and what it is completed to. */
  private static final String CASES =
      """
      '' | echo listen explain same-test register peers
      e | echo explain
      echo --trusted-f | --trusted-fingerprint
      echo --format '' | text json junit prometheus ticket ticket-markdown
      echo --format j | json junit
      echo --calling '' | ''
      echo C | CT1
      peers '' | list lint flows import export
      peers list --format j | json
      listen --max | --max-associations
      """;

  @TempDir Path folder;

  /** Stands for echolot: the scripts ask it for the names of peers. */
  @BeforeEach
  void installEcholot() throws IOException {
    Path echolot = folder.resolve("echolot");
    Files.writeString(echolot, "#!/bin/sh\nprintf '%s\\n' 'Main PACS' CT1\n");
    assertThat(echolot.toFile().setExecutable(true)).isTrue();
  }

  private Path script(String form) throws IOException {
    CommandLineRun run = new CommandLineRun(folder);
    assertThat(run.run("completion", form)).isZero();
    return Files.writeString(folder.resolve("script." + form), run.out());
  }

  private static void requireInstalled(String program) {
    assumeTrue(
        List.of("/bin/", "/usr/bin/", "/usr/local/bin/").stream()
            .anyMatch(place -> Files.isExecutable(Path.of(place + program))),
        program + " is not installed");
  }

  private String output(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(nothing()));
    builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private File nothing() throws IOException {
    return Files.write(folder.resolve("nothing"), new byte[0]).toFile();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = CASES)
  void bashCompletes(String typed, String expected) throws Exception {
    requireInstalled("bash");
    String words = typed.isEmpty() ? "''" : typed;

    String[] first = expected.isEmpty() ? new String[0] : expected.split(" ");
    assertThat(inBash("echolot " + words)).startsWith(first);
  }

  /** What bash would complete the last of these words to. */
  private String[] inBash(String words) throws Exception {
    String test =
        """
        . "$1"
        COMP_WORDS=(%s) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _echolot
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(words);
    return output("bash", "-c", test, "bash", script("bash").toString())
        .lines()
        .filter(line -> !line.isEmpty())
        .toArray(String[]::new);
  }

  @Test
  void bashQuotesNamesAndTakesAnEqualsSign() throws Exception {
    requireInstalled("bash");

    assertThat(inBash("echolot echo M")).containsExactly("Main\\ PACS");
    assertThat(inBash("echolot echo --format = j")).containsExactly("json", "junit");
    assertThat(inBash("echolot echo --format =")).startsWith("text");
  }

  @Test
  void bashCompletesFiles() throws Exception {
    requireInstalled("bash");
    Files.createFile(folder.resolve("a cert.pem"));

    assertThat(inBash("echolot echo --trusted a")).containsExactly("a cert.pem");
    assertThat(inBash("echolot explain a")).containsExactly("a cert.pem");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = CASES)
  void fishCompletes(String typed, String expected) throws Exception {
    requireInstalled("fish");
    String line = ("echolot " + typed.replace("''", "")).replaceAll(" +", " ");

    String found =
        output(
            "fish",
            "--no-config",
            "-c",
            "source $argv[1]; complete -C $argv[2]",
            script("fish").toString(),
            line);

    List<String> words = found.lines().map(l -> l.replaceFirst("\t.*", "")).toList();
    assertThat(words).containsAll(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    assertThat(found).doesNotContain("script.fish");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo --trusted-f | echo --trusted-fingerprint",
        "echo --format ti | echo --format ticket",
        "pe | echolot peers",
        "peers lis | peers list",
        "echo Ma | Main\\ PACS",
      })
  void zshCompletes(String typed, String expected) throws Exception {
    requireInstalled("zsh");
    String test =
        """
        zmodload zsh/zpty
        zpty z zsh -f -i
        until_seen() {
          local out line
          for i in {1..200}; do
            while zpty -r -t z line; do out+=$line; done
            [[ $out == *"$1"* ]] && break
            zselect -t 5
          done
          print -r -- $out
        }
        zmodload zsh/zselect
        zpty -w z "autoload -Uz compinit; compinit -D -u; source $1; echo rea''dy"
        until_seen ready >/dev/null
        zpty -w -n z "echolot $2"$'\\t'
        until_seen "$3"
        """;

    assertThat(output("zsh", "-f", "-c", test, "zsh", script("zsh").toString(), typed, expected))
        .contains(expected);
  }

  @Test
  void powerShellCompletes() throws Exception {
    requireInstalled("pwsh");
    String test =
        ". $args[0]; (TabExpansion2 'echolot echo --format j' 23).CompletionMatches.CompletionText";

    assertThat(output("pwsh", "-NoProfile", "-c", test, script("powershell").toString()))
        .contains("json", "junit");
  }

  @Test
  void theScriptForPowerShellKnowsAllCommands() throws Exception {
    assertThat(Files.readString(script("powershell")))
        .contains("'echolot' = @('echo', 'listen'")
        .contains("'echolot echo --format' = @('text', 'json'")
        .contains("'echolot peers' = @('list'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"groff -man -ww -z", "mandoc -Tlint -Werror"})
  void theManualIsWellFormed(String command) throws Exception {
    String[] words = (command + " " + script("man")).split(" ");
    requireInstalled(words[0]);

    assertThat(output(words)).isEmpty();
  }

  @Test
  void theManualHasEachCommandAndOption() throws Exception {
    assertThat(Files.readString(script("man")))
        .contains(".SS \"echolot same\\-test\"")
        .contains("\\fB\\-\\-timeout\\fR\\fI TIME\\fR")
        .doesNotContain("\\-\\-password\\fR");
  }

  @Test
  void theNamesOfPeersAreAskedForByTheScripts() throws IOException {
    Files.writeString(
        folder.resolve("peers.json"),
        """
        {"version": 1, "peers": [
          {"name": "Main PACS", "calledAe": "A", "host": "h", "port": 1},
          {"name": "B", "calledAe": "B", "host": "h", "port": 2}]}
        """);
    CommandLineRun run = new CommandLineRun(folder).with("ECHOLOT_PEERS", "peers.json");

    assertThat(run.run("completion", "peers")).isZero();
    assertThat(run.outLines()).containsExactly("Main PACS", "B");
  }

  @Test
  void anUnknownShellIsToldWhichAreKnown() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("completion", "tcsh")).isEqualTo(2);
    assertThat(run.err()).contains("write one of bash, zsh, fish, powershell, man");
  }
}
