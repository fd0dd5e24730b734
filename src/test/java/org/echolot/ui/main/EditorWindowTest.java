package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.echolot.check.Cause;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The editor in the window: its pages, drafts, and what its check offers. */
class EditorWindowTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void openWithOne() throws Exception {
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    eventually(() -> assertThat(text("result-name")).isEqualTo("CT 1"));
  }

  private static void openEditor(KeyCode... keys) {
    keys(keys);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
  }

  private static void leaveBy(String button) {
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(isShown("discard")).isTrue());
    press(button);
    eventually(() -> assertThat(find("discard")).isNull());
  }

  /** Does not wait for what it does, which may be to show a dialog. */
  private static void press(String id) {
    Button button = node(id, Button.class);
    Platform.runLater(button::fire);
    waitForFx();
  }

  private static String field(String id) {
    TextField field = node(id, TextField.class);
    return callOnFx(field::getText);
  }

  private static void type(String id, String text) {
    onFx(() -> node(id, TextField.class).setText(text));
  }

  @Test
  void whatWasTypedIsKeptAsADraftAndOfferedTheNextTime() {
    openEditor(KeyCode.CONTROL, KeyCode.N);
    typeOver("CT 9");
    type("editor-host", "10.1.2.9");
    leaveBy("discard-draft");
    eventually(() -> assertThat(find("peer-editor")).isNull());
    assertThat(listed()).containsExactly("CT 1");

    openEditor(KeyCode.F2);
    assertThat(isShown("editor-draft")).as("of another peer").isFalse();
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(find("peer-editor")).isNull());

    openEditor(KeyCode.CONTROL, KeyCode.N);
    assertThat(field("editor-name")).isEmpty();
    assertThat(text("editor-draft-continue")).isEqualTo("Continue with CT 9");
    onFx(() -> node("editor-draft-continue", Hyperlink.class).fire());
    assertThat(field("editor-name")).isEqualTo("CT 9");
    assertThat(field("editor-host")).isEqualTo("10.1.2.9");
    assertThat(isShown("editor-draft")).isFalse();
    type("editor-called-ae", "CT9");
    type("editor-port", "104");
    press("editor-save");
    eventually(() -> assertThat(listed()).containsExactly("CT 1", "CT 9"));

    openEditor(KeyCode.CONTROL, KeyCode.N);
    assertThat(isShown("editor-draft")).as("it is saved").isFalse();
    keys(KeyCode.ESCAPE);
  }

  @Test
  void theWholeFingerprintCanBeReadInPairs() {
    openEditor(KeyCode.F2);
    String fingerprint = "2b27ef00".repeat(8);
    type("editor-trusted-fingerprint", fingerprint);
    assertThat(text("editor-fingerprint-whole"))
        .startsWith("2B:27:EF:00:")
        .hasLineCount(2)
        .satisfies(
            shown -> assertThat(shown.replaceAll("[:\\n]", "")).isEqualToIgnoringCase(fingerprint));
    assertThat(callOnFx(() -> node("editor-fingerprint-whole", Node.class).isManaged())).isTrue();
    onFx(() -> node("editor-tls", CheckBox.class).setSelected(true));
    onFx(() -> node("editor-pages", ListView.class).getSelectionModel().select(1));
    waitForFx();
    assertThat(callOnFx(() -> node("editor-fingerprint-whole", Node.class).getLayoutBounds()))
        .as("two lines")
        .matches(bounds -> bounds.getHeight() > 20 && bounds.getHeight() < 50);
    type("editor-trusted-fingerprint", "2b27");
    assertThat(callOnFx(() -> node("editor-fingerprint-whole", Node.class).isManaged())).isFalse();
    leaveBy("discard-lose");
  }

  @Test
  void aWholeAddressMayBeTypedIntoNameTitleOrHost() {
    openEditor(KeyCode.CONTROL, KeyCode.N);
    typeOver("STORE@10.1.2.9:11200");
    keys(KeyCode.TAB);
    assertThat(field("editor-name")).isEqualTo("STORE");
    assertThat(field("editor-called-ae")).isEqualTo("STORE");
    assertThat(field("editor-host")).isEqualTo("10.1.2.9");
    assertThat(field("editor-port")).isEqualTo("11200");

    typeOver("ARCHIVE@10.1.2.10:11112");
    keys(KeyCode.TAB);
    assertThat(field("editor-name")).isEqualTo("STORE");
    assertThat(field("editor-called-ae")).isEqualTo("ARCHIVE");
    assertThat(field("editor-host")).isEqualTo("10.1.2.10");

    typeOver("10.1.2.11 104");
    keys(KeyCode.TAB);
    assertThat(field("editor-called-ae")).isEqualTo("ARCHIVE");
    assertThat(field("editor-host")).isEqualTo("10.1.2.11");
    assertThat(field("editor-port")).isEqualTo("104");
    leaveBy("discard-lose");
  }

  @Test
  void aDraftThatIsDiscardedIsNotOfferedAgain() {
    openEditor(KeyCode.F2);
    typeOver("CT one");
    leaveBy("discard-draft");
    openEditor(KeyCode.F2);
    assertThat(text("editor-draft-continue")).isEqualTo("Continue with CT one");
    onFx(() -> node("editor-draft-continue", Hyperlink.class).fire());
    leaveBy("discard-lose");
    openEditor(KeyCode.F2);
    assertThat(isShown("editor-draft")).isFalse();
    assertThat(field("editor-name")).isEqualTo("CT 1");
    keys(KeyCode.ESCAPE);
  }

  @Test
  void whatIsWrongOnAnotherPageIsShownWhenItIsToBeSaved() {
    openEditor(KeyCode.F2);
    type("editor-echo-timeout", "soon");
    assertThat(isShown("editor-echo-timeout")).isFalse();
    press("editor-save");
    assertThat(isShown("editor-echo-timeout")).isTrue();
    assertThat(focusedId()).isEqualTo("editor-echo-timeout");
    assertThat(isShown("editor-name")).isFalse();

    onFx(() -> node("editor-pages", ListView.class).requestFocus());
    keys(KeyCode.UP);
    keys(KeyCode.UP);
    assertThat(isShown("editor-name")).isTrue();
    leaveBy("discard-lose");
  }

  @Test
  void itsCheckShowsHowFarItCameAndOffersWhatHelps() {
    engine.prepare("Check of CT 1", r -> Results.failed(r, Cause.PEER_EXPECTS_TLS));
    openEditor(KeyCode.F2);
    keys(KeyCode.F5);
    eventually(() -> assertThat(isShown("editor-test-segments")).isTrue());
    eventually(() -> assertThat(text("editor-test-remedy")).startsWith("Turn on TLS"));

    engine.prepare(
        "Check of CT 1", r -> Results.success(r, Duration.ofMillis(r.tls() == null ? 9 : 3)));
    press("editor-test-remedy");
    eventually(() -> assertThat(text("editor-test-verdict")).startsWith("✓ "));
    assertThat(find("editor-test-remedy")).isNull();
    assertThat(focusedId()).isEqualTo("editor-save");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(find("peer-editor")).isNull());
    assertThat(mark("CT 1")).as("what the check found is taken over").isEqualTo("✓");
  }

  @Test
  void noPageScrollsNorIsCutOff() {
    openEditor(KeyCode.F2);
    onFx(
        () -> {
          node("editor-tls", CheckBox.class).setSelected(true);
          node("peer-editor", Node.class).getScene().getWindow().setHeight(560);
        });
    engine.prepare("Check of CT 1", Results::rejected);
    keys(KeyCode.F5);
    eventually(() -> assertThat(text("editor-test-verdict")).startsWith("✗ "));
    waitForFx();
    for (String page :
        List.of(
            "editor-peer-page", "editor-tls-page", "editor-user-page", "editor-timeouts-page")) {
      ScrollPane scroll = node(page, ScrollPane.class);
      assertThat(callOnFx(() -> scroll.getContent().getLayoutBounds().getHeight()))
          .as(page)
          .isLessThanOrEqualTo(callOnFx(() -> scroll.getViewportBounds().getHeight()) + 1);
    }
    leaveBy("discard-lose");
  }

  @Test
  void noNameOfAFieldIsCutOff() {
    openEditor(KeyCode.F2);
    onFx(() -> node("editor-tls", CheckBox.class).setSelected(true));
    waitForFx();
    List<String> cut =
        callOnFx(
            () ->
                node("peer-editor", Node.class).lookupAll(".editor-grid > .label").stream()
                    .map(Label.class::cast)
                    .filter(label -> !label.isWrapText() && !label.getText().isEmpty())
                    .filter(label -> label.getWidth() + 1 < label.prefWidth(-1))
                    .map(Label::getText)
                    .toList());
    assertThat(cut).isEmpty();
    leaveBy("discard-lose");
  }
}
