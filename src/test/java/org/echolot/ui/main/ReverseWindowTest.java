package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peer.HeldPort;
import org.echolot.peers.Peer;
import org.echolot.realpeers.Echoscu;
import org.echolot.ui.HeldEngine;
import org.junit.jupiter.api.Test;

/** Somebody else calls us: the reverse test, and the wait for one peer, in the window. */
class ReverseWindowTest extends WindowTest {

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

  private static void press(String id) {
    ButtonBase button = node(id, Button.class);
    eventually(() -> assertThat(callOnFx(() -> !button.isDisabled())).isTrue());
    onFx(button::fire);
    waitForFx();
  }

  private static void type(String id, String text) {
    onFx(() -> node(id, TextField.class).setText(text));
  }

  private static int freePort() throws IOException {
    try (HeldPort port = HeldPort.open()) {
      return port.number();
    }
  }

  private static String textOf(String id) {
    return callOnFx(() -> node(id, Label.class).getText());
  }

  @Test
  void whoCallsIsARowAndAllAboutItIsBelow() throws IOException {
    open(new HeldEngine());
    choose("menu-reverse");
    int port = freePort();
    type("listen-port", Integer.toString(port));
    press("listen-start");
    eventually(() -> assertThat(textOf("listen-status")).startsWith("Listening as ECHOLOT on"));

    assertThat(Echoscu.run(port, "ECHOLOT", "-aet", "CT1").exitCode()).isZero();

    eventually(
        () ->
            assertThat(textOf("call-headline"))
                .isEqualTo("CT1 → ECHOLOT: accepted, with 1 of 1 context; 1 echo answered."));
    assertThat(callOnFx(() -> node("calls", TableView.class).getItems().size())).isOne();
    eventually(
        () ->
            assertThat(callOnFx(() -> node("call-lines", TextArea.class).getText()))
                .contains("Connection from 127.0.0.1:")
                .contains("released after 1 echo"));
    press("call-ticket");
    eventually(
        () ->
            assertThat(callOnFx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith("DICOM call from \"CT1\" echo answered"));

    keys(KeyCode.ESCAPE);

    eventually(() -> assertThat(isShown("reverse-window")).isFalse());
    eventually(() -> assertThat(Echoscu.run(port, "ECHOLOT").exitCode()).isNotZero());
  }

  @Test
  void theSelectedPeerIsWaitedForUntilItHasCalled() throws IOException {
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "127.0.0.1", 104));
    open(new HeldEngine());
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    choose("menu-expect");
    int port = freePort();
    type("expect-our-port", Integer.toString(port));
    press("expect-start");
    eventually(() -> assertThat(textOf("expect-headline")).isEqualTo("Waiting for CT 1 …"));

    assertThat(Echoscu.run(port, "ECHOLOT", "-aet", "CT2").exitCode()).isZero();
    eventually(
        () ->
            assertThat(textOf("expect-headline"))
                .isEqualTo("Somebody called, but not as expected"));

    assertThat(Echoscu.run(port, "ECHOLOT", "-aet", "CT1").exitCode()).isZero();
    eventually(() -> assertThat(textOf("expect-headline")).isEqualTo("✓ CT 1 reaches us"));
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(isShown("expect-window")).isFalse());
  }
}
