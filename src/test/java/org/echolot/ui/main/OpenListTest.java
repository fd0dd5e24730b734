package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;
import org.echolot.settings.SettingsStore;
import org.junit.jupiter.api.Test;

/** Another list in the same window. */
class OpenListTest extends WindowTest {

  private void openOther(Path other) {
    new PeerStoreWith(other, "MR 2").write();
    open();
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
    onFx(() -> window().models().wantedList.set(other));
    eventually(() -> assertThat(listed()).containsExactly("MR 2"));
  }

  private record PeerStoreWith(Path file, String name) {
    void write() {
      try {
        new PeerStore(file)
            .saveAnyway(
                PeerBook.EMPTY.withAdded(Peer.of(name, new AeTitle("MR2"), "10.1.2.3", 104)));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void itsPeersAreShownAndChangedAndTheFirstListIsLeftAlone() throws Exception {
    writePeers(builtIn("CT 1", "ECHOLOT"));
    Path other = folder.resolve("ward4.json");
    openOther(other);
    assertThat(callOnFx(() -> stage().getTitle())).isEqualTo("ward4.json – Echolot");
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));

    keys(KeyCode.CONTROL, KeyCode.D);
    eventually(
        () ->
            assertThat(new PeerStore(other).read().book().names())
                .containsExactly("MR 2", "MR 2 (2)"));
    assertThat(new PeerStore(peersFile).read().book().names()).containsExactly("CT 1");
  }

  @Test
  void whoClosesTheProgramClosesWhatIsShown() throws Exception {
    writePeers(builtIn("CT 1", "ECHOLOT"));
    openOther(folder.resolve("ward4.json"));
    onFx(() -> stage().setWidth(987));
    assertThat(window().isClosing()).isFalse();
    onFx(() -> window().close());
    awaitClosed();
    assertThat(window().isClosing()).isTrue();
    assertThat(
            new SettingsStore(folder.resolve("settings.json")).load().settings().window().bounds())
        .isNotNull()
        .extracting("width")
        .isEqualTo(987.0);
  }
}
