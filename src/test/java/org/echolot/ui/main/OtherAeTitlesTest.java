package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a rejection one click finds AE titles that work, and another one sets them. */
class OtherAeTitlesTest extends WindowTest {

  private VerificationScp scp;

  @BeforeEach
  void startStrictPeer() throws IOException {
    ListenerOptions open = ListenerOptions.onLoopback(new AeTitle("PACS"), 0);
    scp =
        VerificationScp.start(
            new ListenerOptions(
                open.ae(),
                false,
                InetAddress.getLoopbackAddress(),
                0,
                Set.of(new AeTitle("WORKSTATION1")),
                Set.of(),
                4,
                open.associateTimeout(),
                open.idleTimeout()),
            new Journal());
  }

  @AfterEach
  void stopIt() {
    scp.close();
  }

  private Peer peer(String name, String callingAe) {
    Peer plain = Peer.of(name, new AeTitle("PACS"), "127.0.0.1", scp.address().getPort());
    return callingAe.isEmpty()
        ? plain
        : plain.withAeTitles(plain.calledAe(), new AeTitle(callingAe));
  }

  @Test
  void whatWorksIsFoundOfferedAndInTheTicket() throws IOException {
    writePeers(peer("A", ""), peer("B", "WORKSTATION1"));
    open();
    eventually(() -> assertThat(listed()).containsExactly("A", "B"));
    keys(KeyCode.F5);
    eventually(() -> assertThat(isShown("result-try-ae-titles")).isTrue());
    onFx(() -> node("result-try-ae-titles", Button.class).fire());
    eventually(
        () ->
            assertThat(callOnFx(() -> node("result-titles-headline", Label.class).getText()))
                .contains("The peer accepts us as \"WORKSTATION1\" if we call \"PACS\"."));
    List<Button> offered =
        callOnFx(
            () ->
                node("result-titles", VBox.class).getChildren().stream()
                    .filter(FlowPane.class::isInstance)
                    .flatMap(pane -> ((FlowPane) pane).getChildren().stream())
                    .map(Button.class::cast)
                    .toList());
    assertThat(offered).extracting(Button::getText).containsExactly("Set WORKSTATION1 → PACS");
    onFx(() -> node("result-copy-ticket", SplitMenuButton.class).fire());
    eventually(
        () ->
            assertThat(callOnFx(() -> Clipboard.getSystemClipboard().getString()))
                .contains("Other AE titles that were tried")
                .contains("WORKSTATION1 → PACS (another calling AE title of ours): accepted"));

    onFx(offered.getFirst()::fire);

    eventually(
        () ->
            assertThat(new PeerStore(peersFile).read().book().peers().getFirst().callingAe())
                .isEqualTo(new AeTitle("WORKSTATION1")));
    eventually(
        () ->
            assertThat(callOnFx(() -> node("result-headline", Label.class).getText()))
                .startsWith("C-ECHO successful"));
    assertThat(isShown("result-titles")).isFalse();
    assertThat(PeerBook.DEFAULT_CALLING_AE).isNotEqualTo(new AeTitle("WORKSTATION1"));
  }
}
