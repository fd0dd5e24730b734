package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.handout.RegistrationForm;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.peers.Peer;
import org.junit.jupiter.api.Test;

/** What the user does after a check, with the keyboard and the menu. */
class HandoutCommandsTest extends WindowTest {

  @Test
  void aPeerThatDoesNotKnowUsIsAskedToRegisterUs() throws Exception {
    ListenerOptions strict =
        new ListenerOptions(
            new AeTitle("STRICT"),
            false,
            InetAddress.getLoopbackAddress(),
            0,
            Set.of(new AeTitle("SOMEBODY")),
            Set.of(),
            4,
            PATIENCE,
            PATIENCE);
    try (VerificationScp scp = VerificationScp.start(strict, new Journal())) {
      writePeers(Peer.of("Strict", new AeTitle("STRICT"), "127.0.0.1", scp.address().getPort()));
      open();
      eventually(() -> assertThat(listed()).containsExactly("Strict"));
      keys(KeyCode.F5);
      eventuallyReads("result-headline", "Calling AE title not recognized");
      assertThat(isShown("result-register")).isTrue();

      press("result-register");
      assertThat(titles()).contains("Ask to register us");
      assertThat(area("register-text"))
          .contains("please register")
          .contains("IP address  127.0.0.1")
          .contains("calling-AE-title-not-recognized");
      choose(RegistrationForm.ORTHANC);
      clearClipboard();
      press("register-copy");

      assertThat(clipboard())
          .isEqualTo(
              "\"DicomModalities\" : {\n  \"echolot\" : [ \"ECHOLOT\", \"127.0.0.1\", "
                  + listenerPort
                  + " ]\n}\n");
      assertThat(text("register-said")).isEqualTo("Copied: Orthanc.");
      keys(KeyCode.ESCAPE);
      assertThat(titles()).doesNotContain("Ask to register us");
    }
  }

  @Test
  void whereRegistrationIsNotTheMatterItIsNotAskedFor() throws Exception {
    writePeers(builtIn("Us", "ECHOLOT"));
    openAndEcho("C-ECHO successful");

    assertThat(isShown("result-register")).isFalse();
  }

  @Test
  void registrationCanBeAskedForWithoutAPeer() {
    open();
    eventually(() -> assertThat(isShown("welcome")).isTrue());

    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);

    assertThat(titles()).contains("Ask to register us");
    assertThat(area("register-text")).contains("ECHOLOT").contains("not known to us");
    assertThat(text("register-notes")).startsWith("Our address is not known yet");
  }

  @Test
  void theSameTestIsCopiedForAnotherTool() throws Exception {
    writePeers(builtIn("Us", "ECHO 1"));
    open();
    eventually(() -> assertThat(listed()).containsExactly("Us"));
    clearClipboard();

    fire("menu-copy-as-echoscu");

    eventually(
        () ->
            assertThat(clipboard())
                .isEqualTo(
                    "echoscu -v -aet ECHOLOT -aec 'ECHO 1' -to 5 -ta 10 -td 10 127.0.0.1 "
                        + listenerPort));
  }

  @Test
  void whatAToolCanNotDoIsSaidAndNothingIsCopied() throws Exception {
    writePeers(Peer.of("Six", new AeTitle("CT1"), "::1", 104));
    open();
    eventually(() -> assertThat(listed()).containsExactly("Six"));
    clearClipboard();

    fire("menu-copy-as-storescu");

    eventually(() -> assertThat(text("status-message")).startsWith("Nothing copied. storescu"));
    assertThat(clipboard()).isEmpty();
  }

  @Test
  void pastedLogLinesAreExplained() {
    open();
    eventually(() -> assertThat(isShown("welcome")).isTrue());
    keys(KeyCode.CONTROL, KeyCode.L);
    assertThat(titles()).contains("Explain log lines");
    copied("E: Receiving Association failed: 0006:0321 Unrecognized PDU type: 16\n\u001B[2Jx\n");

    press("explain-paste");

    eventuallyReads("explain-summary", "1 of 2 lines are known; 1 is not known to Echolot.");
    press("explain-copy");
    assertThat(clipboard())
        .contains("PEER_NOT_TLS")
        .contains("Whose move:")
        .doesNotContain("\u001B");
    press("explain-clear");
    eventually(() -> assertThat(text("explain-summary")).isEqualTo("Nothing to explain yet."));
    keys(KeyCode.ESCAPE);
    assertThat(titles()).doesNotContain("Explain log lines");
  }

  private void openAndEcho(String headline) {
    open();
    eventually(() -> assertThat(listed()).hasSize(1));
    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
    keys(KeyCode.F5);
    eventually(() -> assertThat(text("result-headline")).startsWith(headline));
  }

  private static void copied(String text) {
    onFx(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private static void press(String id) {
    Button button = node(id, Button.class);
    onFx(button::fire);
    waitForFx();
  }

  private static String area(String id) {
    TextArea area = node(id, TextArea.class);
    return callOnFx(area::getText);
  }

  @SuppressWarnings("unchecked")
  private static void choose(RegistrationForm form) {
    ListView<RegistrationForm> list = node("register-forms", ListView.class);
    onFx(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(form);
        });
    waitForFx();
  }

  private static void fire(String id) {
    MenuItem item =
        node("main-menu", MenuBar.class).getMenus().stream()
            .flatMap(HandoutCommandsTest::items)
            .filter(candidate -> id.equals(candidate.getId()))
            .findFirst()
            .orElseThrow();
    Platform.runLater(item::fire);
    waitForFx();
  }

  private static Stream<MenuItem> items(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(HandoutCommandsTest::items)
        : Stream.of(item);
  }
}
