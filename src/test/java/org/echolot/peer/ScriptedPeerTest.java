package org.echolot.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScriptedPeerTest {

  @Test
  void aScriptThatFailsFailsTheTest() throws IOException {
    ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              throw new AssertionError("not as the script has it");
            });
    try (Socket socket = new Socket(peer.address().getAddress(), peer.port())) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    assertThatThrownBy(peer::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not as the script has it");
  }

  @Test
  void scriptsArePlayedInTheirOrderAndWhatComesAfterIsClosed() throws IOException {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(line -> line.send("first"), line -> line.send("second"))) {
      assertThat(allFrom(peer)).isEqualTo("first");
      assertThat(allFrom(peer)).isEqualTo("second");
      assertThat(allFrom(peer)).isEmpty();
      assertThat(peer.connections()).isEqualTo(3);
    }
  }

  private static String allFrom(ScriptedPeer peer) throws IOException {
    try (Socket socket = new Socket(peer.address().getAddress(), peer.port())) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
