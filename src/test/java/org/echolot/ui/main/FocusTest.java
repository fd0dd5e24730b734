package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.echolot.check.Cause;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the keyboard is: it can be seen, and is not taken elsewhere. */
class FocusTest extends WindowTest {

  private static final int FEWEST_PIXELS = 20;

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void openWithOneThatFails() throws Exception {
    engine.prepare("CT 1", r -> Results.failed(r, Cause.PEER_EXPECTS_TLS));
    writePeers(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    keys(KeyCode.F5);
    eventually(() -> assertThat(isShown("result-switch-tls-on")).isTrue());
  }

  @Test
  void aCheckFromTheResultLeavesTheKeyboardInTheResultOrTheList() {
    for (String id : List.of("result-copy-ticket", "result-switch-tls-on")) {
      tabTo(id);
      keys(KeyCode.F5);
      eventually(() -> assertThat(text("result-checked")).startsWith("checked "));
      waitForFx();
      assertThat(focusedId()).as("after F5 on " + id).isIn(id, "peer-table");
    }
  }

  @Test
  void aRemedyThatGoesAwayGivesTheKeyboardToTheList() {
    engine.prepare("CT 1", r -> Results.success(r, Duration.ofMillis(3)));
    tabTo("result-switch-tls-on");
    Platform.runLater(() -> node("result-switch-tls-on", Button.class).fire());
    eventuallyAnswers();
    assertThat(focusedId()).isEqualTo("peer-table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tool-add",
        "strip-all",
        "result-tabs",
        "result-copy-ticket",
        "console-level-info",
        "filter"
      })
  void whereItIsCanBeSeen(String id) {
    canBeSeen(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"editor-tls", "editor-pages", "editor-called-ae", "editor-save"})
  void whereItIsInTheEditorCanBeSeen(String id) {
    keys(KeyCode.F2);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    canBeSeen(id);
    keys(KeyCode.ESCAPE);
  }

  private void canBeSeen(String id) {
    Node node = node(id, Node.class);
    WritableImage before = picture(node);
    tabTo(id);
    WritableImage focused = picture(node);
    int differ = 0;
    PixelReader one = before.getPixelReader();
    PixelReader other = focused.getPixelReader();
    int width = (int) Math.min(before.getWidth(), focused.getWidth());
    int height = (int) Math.min(before.getHeight(), focused.getHeight());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        differ += one.getArgb(x, y) == other.getArgb(x, y) ? 0 : 1;
      }
    }
    assertThat(differ).as(id).isGreaterThan(FEWEST_PIXELS);
  }

  private static WritableImage picture(Node node) {
    waitForFx();
    return callOnFx(() -> node.snapshot(new SnapshotParameters(), null));
  }
}
