package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryCommandTest {

  @TempDir Path folder;

  private CommandLineRun run(int code, String... args) {
    CommandLineRun run = new CommandLineRun(folder);
    assertThat(run.run(args)).as(run::err).isEqualTo(code);
    return run;
  }

  private static ScriptedPeer goodThenRejecting() throws IOException {
    return ScriptedPeer.playing(
        line -> line.serveEcho(),
        line -> {
          line.receive(AssociateRq.class);
          line.send(new AssociateRj(1, 1, 3));
          line.discardUntilClosed();
        });
  }

  @Test
  void showsWhatEarlierCommandsFoundOutAsTheyWroteIt() throws IOException {
    try (ScriptedPeer peer = goodThenRejecting()) {
      String target = "A@127.0.0.1:" + peer.port();
      String first = run(0, "echo", "--format", "json", target).out();
      CommandLineRun second = run(1, "echo", "--format", "json", target);

      assertThat(first).contains("\"changedSince\":null");
      assertThat(second.out())
          .contains("\"changedSince\":{\"lastSuccessAt\":\"")
          .contains("but is now a rejection (1/1/3)\"]");
      String kept = first + second.out();
      assertThat(run(0, "history", "--format", "json", target).out()).isEqualTo(kept);
      assertThat(run(0, "history", "--format", "json").out()).isEqualTo(kept);
      assertThat(run(0, "history", "--format", "json", "B@127.0.0.1:1").out()).isEmpty();
    }
  }

  @Test
  void textSaysWhenItLastWorkedAcrossRestarts() throws IOException {
    try (ScriptedPeer peer = goodThenRejecting()) {
      String target = "A@127.0.0.1:" + peer.port();
      run(0, "echo", target);

      assertThat(run(1, "echo", target).out())
          .containsPattern(
              "Worked until \\d\\d:\\d\\d (today|yesterday) at 127\\.0\\.0\\.1:\\d+ as"
                  + " SCRIPTED_PEER")
          .contains("Changed since then:")
          .contains("a rejection (1/1/3).");
      List<String> lines = run(0, "history", target).outLines();
      assertThat(lines).hasSize(2);
      assertThat(lines.getFirst()).endsWith("OK");
      assertThat(lines.getLast()).endsWith("[REJECTED_CALLING_AE]");
    }
  }

  @Test
  void csvHasAHeaderAndALineEach() throws IOException {
    try (ScriptedPeer peer = goodThenRejecting()) {
      String target = "A@127.0.0.1:" + peer.port();
      run(0, "echo", target);
      run(1, "echo", target);

      String csv = run(0, "history", "--format", "csv").out();

      assertThat(csv.split("\r\n"))
          .hasSize(3)
          .allSatisfy(line -> assertThat(line.split(",", -1)).hasSizeGreaterThanOrEqualTo(31));
      assertThat(csv).startsWith("startedAt,name,").contains(",SUCCESS,").contains(",1/1/3,");
    }
  }

  @Test
  void aShorterSpanHasLessAndAForgottenPeerNothing() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.playing(line -> line.serveEcho())) {
      String target = "A@127.0.0.1:" + peer.port();
      run(0, "echo", target);

      assertThat(run(0, "history", "--since", "10m", target).outLines()).hasSize(1);
      run(0, "history", "--forget", target);
      assertThat(run(0, "history", target).outLines()).isEmpty();
    }
  }

  @Test
  void holdsTwoResultsOfOnePeerOrOfTwoSideBySide() throws IOException {
    try (ScriptedPeer peer = goodThenRejecting();
        ScriptedPeer other = ScriptedPeer.playing(line -> line.serveEcho())) {
      String target = "A@127.0.0.1:" + peer.port();
      String second = "B@127.0.0.1:" + other.port();
      run(0, "echo", target);
      run(1, "echo", target);
      run(0, "echo", second);

      assertThat(run(0, "history", "--compare", target).outLines())
          .anyMatch(line -> line.matches("  Called AE title +A +A"))
          .anyMatch(line -> line.matches("≠ Result +OK +Calling AE title not recognized .*"))
          .anyMatch(line -> line.matches("≠ Rejected +– +1/1/3"));
      assertThat(run(0, "history", "--compare", target, second).outLines())
          .anyMatch(line -> line.matches("≠ Called AE title +A +B"))
          .anyMatch(line -> line.matches("≠ Result +Calling AE title not recognized .* OK"));
      assertThat(run(2, "history", "--compare").errLines()).isNotEmpty();
      assertThat(run(2, "history", "--compare", "C@127.0.0.1:1").err())
          .contains("no result in the history");
    }
  }

  @Test
  void nothingIsKeptWhereNothingIsToBe() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.playing(line -> line.serveEcho())) {
      run(0, "echo", "--no-history", "A@127.0.0.1:" + peer.port());
    }
    try (ScriptedPeer peer = ScriptedPeer.playing(line -> line.serveEcho())) {
      CommandLineRun off = new CommandLineRun(folder).with("ECHOLOT_HISTORY", "off");
      assertThat(off.run("echo", "A@127.0.0.1:" + peer.port())).isZero();
    }

    assertThat(folder.resolve("echolot")).doesNotExist();
    CommandLineRun off = new CommandLineRun(folder).with("ECHOLOT_HISTORY", "off");
    assertThat(off.run("history")).isEqualTo(2);
    assertThat(off.err()).contains("ECHOLOT_HISTORY is off");
  }

  @Test
  void wrongOptionsAreToldInALine() {
    assertThat(run(2, "history", "--since", "7").errLines()).hasSize(1);
    assertThat(run(2, "history", "--forget").errLines()).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeWrittenChangesNoResult() throws IOException {
    Files.writeString(folder.resolve("file"), "in the way");
    try (ScriptedPeer peer = ScriptedPeer.playing(line -> line.serveEcho())) {
      CommandLineRun run =
          new CommandLineRun(folder).with("ECHOLOT_HISTORY", folder.resolve("file").toString());
      assertThat(run.run("echo", "A@127.0.0.1:" + peer.port())).isZero();
      assertThat(run.outLines().getFirst()).endsWith("OK");
      assertThat(run.errLines()).hasSize(1);
      assertThat(run.err()).startsWith("echolot echo: The results are not kept in the history: ");
    }
  }
}
