package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The filter tells what is wrong with it and what it knows, and the failing are checked again. */
class FilterInTheWindowTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  @BeforeEach
  void writeTwo() throws IOException {
    writePeers(
        Peer.of("Good", new AeTitle("A"), "10.1.2.3", 104),
        Peer.of("Bad", new AeTitle("B"), "10.1.2.4", 104));
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("Good", "Bad"));
  }

  private void filter(String text) {
    onFx(() -> node("filter", TextField.class).setText(text));
  }

  @Test
  void aWrongWordIsToldBesideTheCounts() {
    filter("tga:ct");
    eventuallyReads("strip-end", "✗ There is no field \"tga:\" of peers. Did you mean tag:?");
    filter("10.1.2.4");
    eventually(() -> assertThat(listed()).containsExactly("Bad"));
    assertThat(text("strip-end")).isEmpty();
  }

  @Test
  void aQuestionMarkShowsTheWordsThatTheFilterKnows() {
    keys(KeyCode.CONTROL, KeyCode.F);
    keys(KeyCode.F1);
    eventually(() -> assertThat(isShown("filter-help")).isTrue());
    keys(KeyCode.F1);
    eventually(() -> assertThat(isShown("filter-help")).isFalse());
    KeyEvent typed =
        new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false);
    onFx(() -> Event.fireEvent(node("filter", TextField.class), typed));
    eventually(() -> assertThat(isShown("filter-help")).isTrue());
    assertThat(node("filter", TextField.class).getText()).isEmpty();
  }

  @Test
  void escapeInTheListStopsWhatRunsAndThenShowsAllPeersAgain() {
    keys(KeyCode.ALT, KeyCode.DIGIT5);
    assertThat(node("filter", TextField.class).getText()).isEqualTo("is:unchecked");
    onFx(() -> table().requestFocus());
    keys(KeyCode.F5);
    HeldEngine.Held held = engine.next();
    keys(KeyCode.ESCAPE);
    held.awaitEnd();
    eventually(() -> assertThat(node("tool-stop", Button.class).isDisabled()).isTrue());
    assertThat(node("filter", TextField.class).getText()).as("it stopped").isNotEmpty();
    keys(KeyCode.ESCAPE);
    assertThat(node("filter", TextField.class).getText()).isEmpty();
    eventually(() -> assertThat(listed()).containsExactly("Good", "Bad"));
    assertThat(focusedId()).isEqualTo("peer-table");
  }

  @Test
  void theFailingOnesAloneAreCheckedAgain() {
    assertThat(node("strip-again", Button.class).isVisible()).isFalse();
    engine.prepare("Good", request -> Results.success(request, Duration.ofMillis(1)));
    keys(KeyCode.SHIFT, KeyCode.F5);
    engine.next().endWith(Results::refused);
    eventuallyReads("strip-failing", "1 failing");
    eventually(() -> assertThat(node("tool-stop", Button.class).isDisabled()).isTrue());

    eventually(() -> assertThat(node("strip-again", Button.class).isVisible()).isTrue());
    onFx(() -> node("strip-again", Button.class).fire());
    HeldEngine.Held again = engine.next();
    assertThat(again.request().name()).isEqualTo("Bad");
    assertThat(engine.anyBegun()).isFalse();
    again.answer();
    eventuallyReads("strip-failing", "0 failing");
  }
}
