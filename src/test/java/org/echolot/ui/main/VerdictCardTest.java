package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.PixelReader;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the verdict card offers first, and whose move it says it is. */
class VerdictCardTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void openWithOne() throws Exception {
    writePeers(Peer.of("Main PACS", new AeTitle("ORTHANC"), "10.1.2.30", 4242));
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(1));
  }

  /** The ids of the blue buttons that the result has. */
  private static List<String> blue() {
    Node pane = node("result-pane", Node.class);
    return callOnFx(
        () ->
            pane.lookupAll(".accent").stream()
                .filter(Button.class::isInstance)
                .filter(WindowTest::isShown)
                .map(node -> Objects.toString(node.getId()))
                .toList());
  }

  @Test
  void oneButtonAloneIsBlue() {
    engine.prepare("Main PACS", Results::rejected);
    keys(KeyCode.F5);
    eventuallyReads("result-headline", "Called AE title not recognized");
    assertThat(isShown("result-try-ae-titles")).isTrue();
    assertThat(blue()).containsExactly("result-edit-called-ae");
  }

  @Test
  void theArrowBesideTheButtonIsSeenUnderTheMouse() {
    engine.prepare("Main PACS", Results::rejected);
    keys(KeyCode.F5);
    eventuallyReads("result-headline", "Called AE title not recognized");
    moveTo("#result-copy-ticket");
    waitForFx();
    Node button = node("result-copy-ticket", Node.class);
    assertThat(button.isHover()).isTrue();
    PixelReader pixels =
        callOnFx(() -> button.lookup(".arrow-button").snapshot(null, null).getPixelReader());
    double width = callOnFx(() -> button.lookup(".arrow-button").getLayoutBounds().getWidth());
    int dark = 0;
    for (int x = 0; x < (int) width; x++) {
      dark += pixels.getColor(x, 4).getBrightness() < 0.5 ? 1 : 0;
    }
    assertThat(dark).as("dark pixels above the arrow, of " + width).isLessThan((int) width / 4);
  }

  @Test
  void whatWorkedIsTheFirstThingToGoBackTo() {
    engine.prepare("Main PACS", r -> Results.success(r, Duration.ofMillis(3)));
    keys(KeyCode.F5);
    eventuallyAnswers();
    keys(KeyCode.F2);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    keys(KeyCode.TAB);
    typeOver("ORTHANK");
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(find("peer-editor")).isNull());
    engine.prepare("Main PACS", Results::rejected);
    keys(KeyCode.F5);
    eventuallyReads("result-headline", "Called AE title not recognized");
    waitForFx();
    assertThat(isShown("result-edit-called-ae")).isTrue();
    assertThat(blue()).containsExactly("result-set-back");
  }

  @Test
  void aPeerThatAnswersWithAWarningSaysWhoseMoveThatIs() {
    engine.prepare(
        "Main PACS",
        r ->
            Results.success(
                r, Duration.ofMillis(3), new Warning(Warning.Code.SLOW_PEER, "It was slow.")));
    keys(KeyCode.F5);
    eventuallyAnswers();
    assertThat(isShown("result-move")).isTrue();
    assertThat(text("result-move")).isEqualTo("Their move");
    assertThat(node("result-move", Node.class).getStyleClass()).contains("badge-warning");

    engine.prepare(
        "Main PACS",
        r ->
            Results.success(
                r,
                Duration.ofMillis(2),
                new Warning(Warning.Code.DELAYED_ACK_STALL, "It stalls.")));
    keys(KeyCode.F5);
    eventuallyReads("result-headline", "C-ECHO successful · 2.00 ms");
    waitForFx();
    assertThat(isShown("result-move")).as("nothing marks the peer").isFalse();
  }

  @Test
  void copyingWhereNothingIsSelectedLeavesTheClipboardAsItWas() {
    onFx(
        () -> {
          ClipboardContent mine = new ClipboardContent();
          mine.putString("mine");
          Clipboard.getSystemClipboard().setContent(mine);
        });
    onFx(() -> table().getSelectionModel().clearSelection());
    for (String id : List.of("peer-table", "tool-echo-all", "result-pane", "console-list")) {
      Node focused = node(id, Node.class);
      onFx(focused::requestFocus);
      keys(KeyCode.CONTROL, KeyCode.C);
      assertThat(clipboard()).as(id).isEqualTo("mine");
    }
  }

  @Test
  void theConsoleHasAKeyThatEveryKeyboardHas() {
    assertThat(isShown("console-list")).isTrue();
    keys(KeyCode.F12);
    assertThat(isShown("console-list")).isFalse();
    keys(KeyCode.SHIFT, KeyCode.F12);
    assertThat(isShown("console-list")).isTrue();
    assertThat(isShown("peer-table")).as("the console has all of the window").isFalse();
    keys(KeyCode.SHIFT, KeyCode.F12);
    assertThat(isShown("peer-table")).isTrue();
    boolean open = isShown("console-list");
    keys(KeyCode.CONTROL, KeyCode.BACK_QUOTE);
    assertThat(isShown("console-list")).as("the other key").isNotEqualTo(open);
  }
}
