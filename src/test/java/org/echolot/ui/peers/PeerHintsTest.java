package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.file.PeerStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerHintsTest {

  @TempDir Path folder;
  private final Queue<Runnable> background = new ArrayDeque<>();
  private PeersModel peers;
  private PeerHints hints;

  @BeforeEach
  void makeModels() {
    peers =
        new PeersModel(
            new PeerFile(
                new PeerStore(folder.resolve("peers.json")), Runnable::run, Runnable::run));
    peers.load();
    hints = new PeerHints(peers, folder, background::add, Runnable::run);
  }

  private void look() {
    hints.look();
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  @Test
  void eachPeerHasItsHintsAndNoneThatAreSettled() {
    PeerRow good = peers.add(Peer.of("A", new AeTitle("CT1"), "10.1.2.3", 104));
    PeerRow bad = peers.add(Peer.of("B", new AeTitle("STORESCP"), "10.1.2.4", 80));
    look();

    assertThat(good.marks().hintProperty().get()).isEmpty();
    assertThat(bad.marks().hintProperty().get().lines()).hasSize(2);

    peers.replace(
        bad,
        new Peer(
            bad.id(),
            "B",
            new AeTitle("MR1"),
            "10.1.2.4",
            104,
            null,
            bad.peer().tags(),
            "",
            bad.peer().timeouts(),
            null,
            null,
            null,
            bad.peer().raw()));
    look();
    assertThat(bad.marks().hintProperty().get()).isEmpty();
  }

  @Test
  void whileOneLookIsUnderWayThereIsNoOtherAndAfterItTheNewestIsLookedAt() {
    peers.add(Peer.of("A", new AeTitle("CT1"), "10.1.2.3", 80));
    hints.look();
    PeerRow added = peers.add(Peer.of("B", new AeTitle("CT2"), "10.1.2.4", 80));
    hints.look();
    assertThat(background).hasSize(1);
    background.remove().run();
    look();

    assertThat(added.marks().hintProperty().get()).contains("Port 80");
  }

  @Test
  void nothingIsDoneWhereNothingChanged() {
    look();
    hints.look();

    assertThat(background).isEmpty();
  }
}
