package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerWatch;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.HeldEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watching is turned on and off for the selected peers, and what happens can be read. */
class WatchInTheWindowTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void writeOne() throws IOException {
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
  }

  private static void choose(String id) {
    Platform.runLater(
        () ->
            node("main-menu", MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    waitForFx();
  }

  private Optional<PeerWatch> saved() throws IOException {
    return Optional.ofNullable(new PeerStore(peersFile).read().book().peers().getFirst().watch());
  }

  @Test
  void theSelectedPeerIsCheckedUntilThatIsTurnedOff() {
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    choose("menu-watch");
    eventually(() -> assertThat(saved()).contains(PeerWatch.DEFAULT));
    engine.next().answer();
    eventually(() -> assertThat(consoleLines()).anyMatch(line -> line.contains("CT 1 answers")));

    choose("menu-events");
    eventually(() -> assertThat(node("events", ListView.class).getItems().size()).isEqualTo(1));

    choose("menu-watch");
    eventually(() -> assertThat(saved()).isEmpty());
  }
}
