package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peers file in which one entry is no peer. */
@Timeout(60)
class UnreadPeersTest {

  @TempDir Path folder;
  private VerificationScp scp;
  private CommandLineRun run;

  @BeforeEach
  void writeFile() throws IOException {
    scp =
        VerificationScp.start(ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0), new Journal());
    Files.writeString(
        folder.resolve("peers.json"),
        String.format(
            """
            {"peers": [
            {"name": "Good", "calledAe": "ECHOLOT", "host": "127.0.0.1", "port": %d, "tags": ["x"]},
            {"name": "Bad", "calledAe": "ECHOLOT", "host": "127.0.0.1", "port": 0, "tags": ["x"]}]}
            """,
            scp.address().getPort()));
    run = new CommandLineRun(folder);
  }

  @AfterEach
  void stop() {
    scp.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--all", "--tag=x"})
  void allOthersAreCheckedAndTheRunDoesNotLookWhole(String targets) {
    assertThat(run.run("echo", "--peers", "peers.json", targets)).isEqualTo(2);
    assertThat(run.out()).contains("Good");
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .contains("peers.json:3:", "\"port\"", "\"Bad\"");
  }

  @Test
  void thoseThatAreNamedAreCheckedAsIfNothingWere() {
    assertThat(run.run("echo", "--peers", "peers.json", "good")).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whoNamesTheBadOneIsToldWhatIsWrongWithIt() {
    assertThat(run.run("echo", "--peers", "peers.json", "bad")).isEqualTo(2);
    assertThat(run.errLines()).singleElement().asString().contains("peers.json:3:", "\"port\"");
  }

  @Test
  void theListShowsTheOthersAndTellsOfIt() {
    assertThat(run.run("peers", "list", "--peers", "peers.json")).isEqualTo(2);
    assertThat(run.out()).contains("Good").doesNotContain("Bad");
    assertThat(run.errLines()).singleElement().asString().contains("peers.json:3:");
  }
}
