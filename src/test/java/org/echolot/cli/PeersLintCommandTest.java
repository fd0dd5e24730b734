package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PeersLintCommandTest {

  private static final String FILE = "peers.json";

  @TempDir Path folder;
  private CommandLineRun run;

  @BeforeEach
  void makeRun() {
    run = new CommandLineRun(folder);
  }

  private void write(String peers) throws IOException {
    Files.writeString(folder.resolve(FILE), "{\"peers\": [" + peers + "]}");
  }

  private int lint(String... options) {
    String[] args = new String[options.length + 4];
    System.arraycopy(new String[] {"peers", "lint", "--peers", FILE}, 0, args, 0, 4);
    System.arraycopy(options, 0, args, 4, options.length);
    return run.run(args);
  }

  @Test
  void nothingToHintAtIsNoLineAndZeroEvenIfStrict() throws IOException {
    write("{\"name\": \"A\", \"calledAe\": \"CT1\", \"host\": \"10.1.2.3\", \"port\": 104}");

    assertThat(lint("--strict")).isZero();
    assertThat(run.out()).isEmpty();
  }

  @Test
  void eachHintIsOneLineAndFailsOnlyWhereItIsAskedTo() throws IOException {
    write(
        """
        {"name": "A\\u2007", "calledAe": "ANY-SCP", "host": "10.1.2.3", "port": 80},
        {"name": "B", "calledAe": "B", "host": "10.1.2.3", "port": 0}
        """);

    assertThat(lint()).isZero();
    assertThat(run.outLines())
        .satisfiesExactly(
            line -> assertThat(line).matches("B: Line 2: .* \\[UNREADABLE]"),
            line -> assertThat(line).endsWith("[CHARACTER_THAT_MISLEADS]"),
            line -> assertThat(line).endsWith("[DEFAULT_AE]"),
            line -> assertThat(line).endsWith("[WEB_PORT]"));
    assertThat(lint("--strict")).isEqualTo(1);
  }

  @Test
  void namesAreLookedUpUnlessThatIsUnwanted() throws IOException {
    write("{\"name\": \"A\", \"calledAe\": \"A\", \"host\": \"x.invalid\", \"port\": 104}");

    assertThat(lint("--no-lookup", "--strict")).isZero();
    assertThat(lint("--strict")).isEqualTo(1);
    assertThat(run.out()).containsPattern("\\[NAME_(UNKNOWN|NOT_ANSWERED)]");
  }

  @Test
  void asJsonEachHintIsAnObject() throws IOException {
    write("{\"name\": \"A\", \"calledAe\": \"CT1\", \"host\": \"10.1.2.3\", \"port\": 443}");

    assertThat(lint("--format", "json")).isZero();
    JsonNode hint = JsonMapper.shared().readTree(run.out());
    assertThat(hint.get("name").asString()).isEqualTo("A");
    assertThat(hint.get("code").asString()).isEqualTo("WEB_PORT");
    assertThat(hint.get("id").asString()).hasSize(36);
    assertThat(hint.get("text").asString()).contains("443");
  }

  @Test
  void aFileThatIsNoPeersFileIsBadInput() throws IOException {
    Files.writeString(folder.resolve(FILE), "[]");

    assertThat(lint()).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
  }
}
