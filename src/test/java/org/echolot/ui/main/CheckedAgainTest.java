package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.echolot.check.CheckStage;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow;
import org.junit.jupiter.api.Test;

/** What is known of a peer stays in sight while it is checked again, and the console follows. */
class CheckedAgainTest extends WindowTest {

  private final HeldEngine engine = new HeldEngine();

  private void openWithTwo() throws Exception {
    writePeers(peer("Archive", 104).withTags(List.of("Archives")), peer("CT 1", 105));
    open(engine);
    eventually(() -> assertThat(listed()).containsExactly("Archive", "CT 1"));
    eventuallyReads("result-name", "Archive");
  }

  private static Peer peer(String name, int port) {
    return Peer.of(name, new AeTitle("ANY"), "10.1.2.3", port);
  }

  /** The times that the ladder shows. */
  private static List<String> times() {
    Node ladder = node("result-ladder", Node.class);
    return callOnFx(
        () ->
            ladder.lookupAll(".ladder-time").stream()
                .map(time -> ((Label) time).getText())
                .toList());
  }

  @Test
  void theOldResultStaysDimmedAndTheLadderCountsTheSeconds() throws Exception {
    openWithTwo();
    keys(KeyCode.F5);
    engine.next().answer();
    eventuallyAnswers();
    eventuallyCounts("2 peers · 1 ok · 0 failing · 1 not checked");
    assertThat(callOnFx(() -> node("result-card", Node.class).getOpacity())).isEqualTo(1);

    keys(KeyCode.F5);
    HeldEngine.Held again = engine.next();
    again.reach(CheckStage.ASSOCIATE);
    eventuallyReads("result-checked", "checking again…");
    assertThat(text("result-headline")).isEqualTo("C-ECHO successful · 1.00 ms");
    assertThat(callOnFx(() -> node("result-card", Node.class).getOpacity())).isLessThan(1);
    assertThat(counts()).isEqualTo("2 peers · 1 ok · 0 failing · 1 not checked");
    eventually(() -> assertThat(times()).anyMatch(time -> time.matches("[1-9] s of 10 s")));

    again.answer();
    eventuallyAnswers();
    assertThat(callOnFx(() -> node("result-card", Node.class).getOpacity())).isEqualTo(1);
  }

  @Test
  void theConsoleOfThePeerFollowsTheList() throws Exception {
    openWithTwo();
    engine.prepare("Archive", r -> Results.success(r, Duration.ofMillis(1)));
    engine.prepare("CT 1", Results::refused);
    keys(KeyCode.SHIFT, KeyCode.F5);
    eventuallyCounts("2 peers · 1 ok · 1 failing · 0 not checked");
    onFx(node("console-scope-peer", ToggleButton.class)::fire);
    eventually(
        () ->
            assertThat(consoleLines())
                .isNotEmpty()
                .noneMatch(line -> line.contains("10.1.2.3:105")));
    onFx(() -> table().requestFocus());
    onFx(() -> table().getSelectionModel().clearAndSelect(listedLine("CT 1")));
    eventually(() -> assertThat(consoleLines()).anyMatch(line -> line.contains("10.1.2.3:105")));
  }

  private static int listedLine(String name) {
    return callOnFx(
        () -> {
          for (int line = 0; line < table().getItems().size(); line++) {
            if (table().getItems().get(line) instanceof PeerRow row
                && row.peer().name().equals(name)) {
              return line;
            }
          }
          return -1;
        });
  }
}
