package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PeersFlowsCommandTest {

  @TempDir Path folder;

  private void write(int port) throws IOException {
    Files.writeString(
        folder.resolve("peers.json"),
        """
        {"callingAe": "US1", "peers": [
          {"id": "6f1f9a5e-6a3c-4a39-9f0e-0d4a5f5c6b7a", "name": "Near", "calledAe": "A",
           "host": "127.0.0.1", "port": %d, "tags": ["mwl"]},
          {"name": "Far", "calledAe": "B", "host": "10.1.2.3", "port": 104}]}
        """
            .replace("%d", String.valueOf(port)));
  }

  private CommandLineRun run(int code, String... args) {
    CommandLineRun run = new CommandLineRun(folder);
    assertThat(run.run(args)).as(run::err).isEqualTo(code);
    return run;
  }

  @Test
  void writesWhatTheLastCheckOfEachPeerMeasured() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.playing(line -> line.serveEcho())) {
      write(peer.port());
      run(0, "echo", "--peers", "peers.json", "Near");

      List<String> rows =
          run(0, "peers", "flows", "--peers", "peers.json", "--as", "csv", "-").outLines();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(1))
          .startsWith("1,Echolot,US1,127.0.0.1,measured ")
          .contains("Modality Worklist")
          .containsPattern(",Near,\\d+\\.\\d{3}$");
      assertThat(rows.get(2))
          .startsWith("2,Echolot,US1,not measured,")
          .endsWith(",Far,not measured");
    }
  }

  @Test
  void registrationAndFirewallRequestNameTheAddressThatWasMeasured() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.playing(line -> line.serveEcho())) {
      write(peer.port());
      run(0, "echo", "--peers", "peers.json", "Near");

      CommandLineRun firewall =
          run(0, "register", "--for", "firewall", "--peers", "peers.json", "Near");
      assertThat(firewall.out())
          .startsWith("Subject: Firewall rule for DICOM: 127.0.0.1 to 127.0.0.1, TCP port ")
          .contains("127.0.0.1 (measured ");
      assertThat(firewall.err()).doesNotContain("not known yet");
      assertThat(run(0, "register", "--for", "list", "--peers", "peers.json", "Near").out())
          .contains("IP address  127.0.0.1\n");
      assertThat(run(0, "register", "--for", "firewall", "--peers", "peers.json", "Far").err())
          .contains("Our address is not known yet");
    }
  }

  @Test
  void keepsToWhatItIsToldWhereNoHistoryIsKept() throws IOException {
    write(104);
    CommandLineRun run = new CommandLineRun(folder).with("ECHOLOT_HISTORY", "off");

    assertThat(run.run("peers", "flows", "--peers", "peers.json", "-")).isZero();
    assertThat(run.out()).contains("not measured, from any port").contains("Flow 2");
  }

  @Test
  void nameOfTheFileSaysWhatIsWrittenAndTheListenerAddsCallsOfThePeers() throws IOException {
    write(104);

    run(0, "peers", "flows", "--peers", "peers.json", "--listen-port", "4242", "flows.html");

    assertThat(folder.resolve("flows.html"))
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("<td class=\"number\">4242</td>", "<td class=\"number\">4</td>");
  }

  @Test
  void tagChoosesPeersAndOneThatNobodyHasIsSaid() throws IOException {
    write(104);

    assertThat(
            run(0, "peers", "flows", "--peers", "peers.json", "--tag", "MWL", "--as", "csv", "-")
                .outLines())
        .hasSize(2);
    assertThat(run(2, "peers", "flows", "--peers", "peers.json", "--tag", "x", "-").err())
        .contains("no peer has this tag");
  }
}
