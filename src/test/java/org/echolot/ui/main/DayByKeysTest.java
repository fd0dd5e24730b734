package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;

/** What is to be done each day, without the mouse, and with how many keys. */
class DayByKeysTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();
  private int pressed;

  private void strike(KeyCode... codes) {
    pressed++;
    keys(codes);
  }

  /** So many keys a task takes, besides what is typed. */
  private void took(String task, int keys) {
    assertThat(pressed).as(task).isEqualTo(keys);
    pressed = 0;
  }

  @Test
  void theFailingAreFoundReadToldOfMendedAndCheckedAgain() throws IOException {
    writePeers(
        Peer.of("Archive", new AeTitle("ARC"), "10.1.2.3", 104),
        Peer.of("CT 1", new AeTitle("CT!"), "10.1.2.3", 105),
        Peer.of("MR 2", new AeTitle("MR2"), "10.1.2.3", 106));
    engine.prepare("Archive", r -> Results.success(r, Duration.ofMillis(1)));
    engine.prepare("MR 2", r -> Results.success(r, Duration.ofMillis(1)));
    engine.prepare("CT 1", Results::rejected);
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(3));

    strike(KeyCode.SHIFT, KeyCode.F5);
    eventuallyCounts("3 peers · 2 ok · 1 failing · 0 not checked");
    took("check all", 1);

    strike(KeyCode.ALT, KeyCode.DIGIT2);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    eventuallyReads("result-headline", "Called AE title not recognized");
    took("find the failing one, and read why", 1);

    clearClipboard();
    strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    eventually(() -> assertThat(clipboard()).contains("CT 1"));
    took("copy the ticket", 1);

    strike(KeyCode.F2);
    eventually(() -> assertThat(focusedId()).isEqualTo("editor-name"));
    strike(KeyCode.TAB);
    typeOver("CT1");
    strike(KeyCode.ENTER);
    eventually(() -> assertThat(find("peer-editor")).isNull());
    took("mend the peer", 3);

    engine.prepare("CT 1", r -> Results.success(r, Duration.ofMillis(1)));
    strike(KeyCode.ALT, KeyCode.DIGIT1);
    strike(KeyCode.F5);
    eventuallyCounts("3 peers · 3 ok · 0 failing · 0 not checked");
    eventuallyAnswers();
    took("check it again among all", 2);

    strike(KeyCode.DOWN);
    eventuallyReads("result-name", "MR 2");
    strike(KeyCode.F5);
    eventuallyAnswers();
    took("go on to the next, and check it", 2);

    pressed++;
    typed("?");
    waitForFx();
    eventually(() -> assertThat(titles()).contains("Keyboard shortcuts"));
    strike(KeyCode.ESCAPE);
    eventually(() -> assertThat(titles()).doesNotContain("Keyboard shortcuts"));
    assertThat(focusedId()).isEqualTo("peer-table");
    took("see the keys, and go back", 2);
  }
}
