package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.junit.jupiter.api.Test;

class ClosedWindowTest extends WindowTest {

  /** Another list is another window in the place of the first. */
  @Test
  void nothingKeepsAWindowThatWasClosed() throws IOException {
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
    open();
    eventually(() -> assertThat(listed()).hasSize(1));
    WeakReference<MainWindow> window = new WeakReference<>(window());

    close();
    forget();

    eventually(
        () -> {
          System.gc();
          assertThat(window.get()).isNull();
        });
  }
}
