package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.HeldEngine.Held;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;

class ManyPeersTest extends WindowTest {

  private static final int MANY = 500;

  @Test
  void fiveHundredPeersAreEchoedWhileOneIsStillSilentAndThenStopped() throws IOException {
    HeldEngine engine = new HeldEngine();
    Peer[] peers = new Peer[MANY];
    for (int i = 0; i < MANY; i++) {
      peers[i] = Peer.of("P" + i, new AeTitle("CT1"), "10.1.2.3", 1000 + i);
      if (i > 0) {
        engine.prepare("P" + i, request -> Results.success(request, Duration.ofMillis(1)));
      }
    }
    writePeers(peers);
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(MANY));
    keys(KeyCode.SHIFT, KeyCode.F5);
    Held silent = engine.next();
    eventuallyReads("status-progress-text", "499/500");
    eventuallyCounts("500 peers · 499 ok · 0 failing · 1 not checked");
    assertThat(mark("P0")).isEqualTo("◌");
    assertThat(text("strip-end")).as("one is still checked").isEmpty();

    keys(KeyCode.ESCAPE);
    silent.awaitEnd();
    eventually(() -> assertThat(mark("P0")).isEqualTo("■"));
    assertThat(isShown("status-progress")).isFalse();
    assertThat(text("strip-end")).as("one was stopped").isEmpty();
  }

  @Test
  void whenAllWereCheckedIsSaidOnceTheyWere() throws IOException {
    HeldEngine engine = new HeldEngine();
    engine.prepare("A", request -> Results.success(request, Duration.ofMillis(1)));
    writePeers(
        Peer.of("A", new AeTitle("CT1"), "10.1.2.3", 104),
        Peer.of("B", new AeTitle("CT2"), "10.1.2.4", 104));
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(2));
    keys(KeyCode.SHIFT, KeyCode.F5);
    Held last = engine.next();
    eventuallyCounts("2 peers · 1 ok · 0 failing · 1 not checked");
    assertThat(text("strip-end")).isEmpty();

    last.endWith(request -> Results.success(request, Duration.ofMillis(1)));
    eventually(() -> assertThat(text("strip-end")).startsWith("all checked at "));
  }
}
