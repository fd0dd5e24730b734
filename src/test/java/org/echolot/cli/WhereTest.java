package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Peers are chosen by the words of the window's filter. */
@Timeout(60)
class WhereTest {

  @TempDir Path folder;

  private CommandLineRun run(int code, String... args) {
    CommandLineRun run = new CommandLineRun(folder);
    assertThat(run.run(args)).as(run::err).isEqualTo(code);
    return run;
  }

  private void save(ScriptedPeer good, ScriptedPeer bad) throws IOException {
    Files.writeString(
        folder.resolve("peers.json"),
        """
        {"peers": [
          {"id": "0b0f6b1e-6a9f-4c49-9d5e-2f0f3c4a7d11", "name": "Good", "calledAe": "A",
           "host": "127.0.0.1", "port": GOOD, "tags": ["ct"]},
          {"id": "0b0f6b1e-6a9f-4c49-9d5e-2f0f3c4a7d12", "name": "Bad", "calledAe": "B",
           "host": "127.0.0.1", "port": BAD, "tags": ["mr"]}]}
        """
            .replace("GOOD", String.valueOf(good.port()))
            .replace("BAD", String.valueOf(bad.port())));
  }

  private static ScriptedPeer rejecting() throws IOException {
    return ScriptedPeer.alwaysPlaying(
        line -> {
          line.receive(AssociateRq.class);
          line.send(new AssociateRj(1, 1, 3));
          line.discardUntilClosed();
        });
  }

  @Test
  void theFailingOnesAreCheckedAgain() throws IOException {
    try (ScriptedPeer good = ScriptedPeer.alwaysPlaying(line -> line.serveEcho());
        ScriptedPeer bad = rejecting()) {
      save(good, bad);
      run(1, "echo", "--all", "--peers", "peers.json");

      String again = run(1, "echo", "--where", "failing", "--peers", "peers.json").out();
      assertThat(again).contains("Bad").doesNotContain("Good");
      assertThat(run(0, "echo", "--where", "tag:ct ok", "--peers", "peers.json").out())
          .contains("Good")
          .doesNotContain("Bad");
      assertThat(
              run(0, "peers", "list", "--where", "cause:rejected", "--peers", "peers.json").out())
          .contains("Bad")
          .doesNotContain("Good");
      assertThat(run(2, "echo", "--where", "watched", "--peers", "peers.json").errLines())
          .singleElement()
          .asString()
          .contains("fits 'watched'");
    }
  }

  @Test
  void aWrongWordIsToldInOneLine() {
    assertThat(run(2, "echo", "--where", "tga:ct").errLines())
        .singleElement()
        .asString()
        .contains("There is no field \"tga:\" of peers. Did you mean tag:?");
  }
}
