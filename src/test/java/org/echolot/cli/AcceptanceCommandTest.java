package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The peer is our own listener, which accepts the calling AE title OURS alone. */
@Timeout(60)
class AcceptanceCommandTest {

  @TempDir Path folder;
  private Running listener;

  private CommandLineRun run() {
    return new CommandLineRun(folder);
  }

  @BeforeEach
  void listen() {
    listener =
        new Running(folder, "listen", "--ae", "CT1", "--port", "0", "--accept-calling", "OURS");
  }

  @AfterEach
  void stop() {
    listener.stop();
  }

  private String target() {
    return "CT1@127.0.0.1:" + listener.port();
  }

  @Test
  void aPeerThatAcceptsUsAndRefusesStrangersPasses() throws IOException {
    CommandLineRun run = run();
    int code =
        run.run(
            "acceptance",
            "--calling",
            "OURS",
            "--report",
            "sheet.html",
            "--report",
            "sheet.csv",
            target());

    assertThat(code).isZero();
    assertThat(run.outLines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("✓ " + target() + " called as OURS, must be accepted: ");
    assertThat(run.outLines().getLast())
        .startsWith("✓ " + target() + " called as NOT_REGISTERED, must be refused: ");
    assertThat(folder.resolve("sheet.html"))
        .content()
        .contains("All 2 checks passed.")
        .contains("There is no last run to compare with.");
    assertThat(Files.readAllLines(folder.resolve("sheet.csv"))).hasSize(3);
  }

  @Test
  void theNextRunTellsWhatIsDifferent() throws IOException {
    assertThat(run().run("acceptance", "--calling", "OURS", "--report", "sheet.csv", target()))
        .isZero();
    CommandLineRun same = run();
    assertThat(same.run("acceptance", "--calling", "OURS", "--report", "sheet.csv", target()))
        .isZero();
    assertThat(same.out()).contains("Differences from the last run: none");

    CommandLineRun more = run();
    int code =
        more.run(
            "acceptance",
            "--calling",
            "OURS,OTHER",
            "--report",
            "new.html",
            "--compare-with",
            "sheet.csv",
            target());
    assertThat(code).isEqualTo(1);
    assertThat(more.out()).contains("called as OTHER: new, ✗ REJECTED_CALLING_AE");
    assertThat(folder.resolve("new.html")).content().contains("1 failed, 0 not proven, 2 passed.");
  }

  @Test
  void aPeerThatTakesEverybodyFails() {
    CommandLineRun run = run();

    assertThat(run.run("acceptance", "--calling", "OURS", "--stranger", "OTHER", target()))
        .isZero();
    Running open = new Running(folder, "listen", "--ae", "CT2", "--port", "0");
    try {
      CommandLineRun second = run();
      assertThat(second.run("acceptance", "CT2@127.0.0.1:" + open.port())).isEqualTo(1);
      assertThat(second.out()).contains("✗ ").contains("must be refused");
    } finally {
      open.stop();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acceptance | no target",
        "acceptance --report sheet.txt A@b:1 | ends in neither .html nor .csv",
        "acceptance --calling X --stranger X A@b:1 | cannot both have to be accepted",
        "acceptance --compare-with no.csv A@b:1 | can't read"
      })
  void wrongUseIsSaidInOneLine(String line, String why) {
    CommandLineRun run = run();

    assertThat(run.run(line.split(" "))).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1).first().asString().contains(why);
  }
}
