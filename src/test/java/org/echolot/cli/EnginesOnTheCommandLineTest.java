package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.echolot.check.run.EchoEngines;
import org.echolot.check.run.OwnEngine;
import org.echolot.check.run.SecondEngine;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EnginesOnTheCommandLineTest {

  @TempDir Path folder;

  private CommandLineRun withTwoEngines() {
    return new CommandLineRun(
        folder, EchoEngines.of(List.of(new OwnEngine(), SecondEngine.make())));
  }

  @Test
  void theEngineThatIsNamedMakesTheCheckAndIsShown() {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      CommandLineRun run = withTwoEngines();

      assertThat(run.run("echo", "--engine", "Second", "A@127.0.0.1:" + peer.port())).isZero();
      assertThat(run.out()).contains("(by second)");
    }
  }

  @Test
  void aComparisonTellsThatTheEnginesAgree() {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      CommandLineRun run = withTwoEngines();

      assertThat(run.run("echo", "--compare", "A@127.0.0.1:" + peer.port())).isZero();
      assertThat(run.out()).contains("the engines agree").doesNotContain("≠");
      assertThat(peer.connections()).isEqualTo(2);
    }
  }

  @Test
  void aComparisonShowsInWhatTheEnginesDiffer() {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> line.serveEcho(),
            line -> {
              line.serveUntilRelease();
              line.receive();
            })) {
      CommandLineRun run = withTwoEngines();

      assertThat(run.run("echo", "--compare", "A@127.0.0.1:" + peer.port())).isZero();
      assertThat(run.out())
          .contains("the engines differ", "≠ Warnings", "RELEASE_NOT_CONFIRMED", "≠ Ended by");
    }
  }

  @Test
  void aComparisonInJsonIsAnObjectForEachEngine() {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      CommandLineRun run = withTwoEngines();

      assertThat(run.run("echo", "--compare", "--format", "json", "A@127.0.0.1:" + peer.port()))
          .isZero();
      assertThat(run.outLines()).hasSize(2);
      assertThat(run.outLines().getFirst()).contains("\"engine\":\"echolot\"");
      assertThat(run.outLines().getLast()).contains("\"engine\":\"second\"");
    }
  }

  @Test
  void oneEngineCantBeCompared() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("echo", "--compare", "A@127.0.0.1:1")).isEqualTo(2);
    assertThat(run.errLines()).hasSize(1);
    assertThat(run.err()).contains("--compare needs two engines", "bin/run echo --engine dcm4che");
  }
}
