package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.echolot.ui.FxTest;
import org.junit.jupiter.api.Test;

/** What was just done is told for a while, and not beside what comes later. */
class PassingMessageTest extends FxTest {

  private static final Duration SHORT = Duration.millis(150);
  private static final Duration LONG = Duration.minutes(5);

  private final List<Path> shownInFolder = new ArrayList<>();
  private final List<String> undone = new ArrayList<>();
  private final StatusMessage said = new StatusMessage(shownInFolder::add);

  private void show(Duration stands) {
    show(
        () ->
            new VBox(
                new PassingMessage(said, stands),
                new UndoToast(said, () -> undone.add("undone"), stands)),
        400,
        200);
  }

  private static String message() {
    return callOnFx(() -> node("status-message", Label.class).getText());
  }

  private static boolean isVisible(String id) {
    return callOnFx(() -> node(id, Node.class).isVisible());
  }

  @Test
  void aMessageEndsByItself() {
    show(SHORT);
    onFx(() -> said.say("The certificate of Archive (TLS) is trusted."));
    WindowTest.eventually(() -> assertThat(message()).isEmpty());

    onFx(() -> said.say("Saved the ticket.", Path.of("ticket.zip")));
    WindowTest.eventually(() -> assertThat(isVisible("status-show-in-folder")).isFalse());
    assertThat(message()).isEmpty();
  }

  @Test
  void aMessageStandsUntilItsTimeIsOverOrTheNextComes() {
    show(LONG);
    onFx(() -> said.say("Saved the ticket.", Path.of("ticket.zip")));
    waitForFx();
    assertThat(message()).isEqualTo("Saved the ticket.");
    onFx(() -> node("status-show-in-folder", Hyperlink.class).fire());
    assertThat(shownInFolder).containsExactly(Path.of("ticket.zip"));

    onFx(() -> said.say("Copied."));
    waitForFx();
    assertThat(message()).isEqualTo("Copied.");
    assertThat(isVisible("status-show-in-folder")).isFalse();
  }

  @Test
  void aMessageKeepsItsRoomBesideLongOnes() {
    show(LONG);
    assertThat(least()).as("nothing to say").isLessThan(1);
    onFx(() -> said.say("Imported 2 peers from orthanc.json."));
    waitForFx();
    assertThat(least()).isBetween(150.0, 400.0);
    onFx(() -> said.say("Exported to /a/very/long/folder".repeat(9)));
    waitForFx();
    assertThat(least()).as("others have some too").isEqualTo(480);
  }

  private static double least() {
    return callOnFx(
        () -> ((PassingMessage) node("status-message", Label.class).getParent()).minWidth(-1));
  }

  @Test
  void whatCanBeUndoneIsOfferedForAWhile() {
    show(SHORT);
    onFx(() -> said.sayUndoable("Deleted CT 1."));
    WindowTest.eventually(() -> assertThat(isVisible("undo-toast")).isFalse());
    assertThat(undone).isEmpty();
  }

  @Test
  void theOfferEndsWithWhatIsDoneNext() {
    show(LONG);
    onFx(() -> said.sayUndoable("Deleted CT 1."));
    waitForFx();
    assertThat(isVisible("undo-toast")).isTrue();
    onFx(() -> said.announce("A watch found a change."));
    assertThat(isVisible("undo-toast")).as("nobody did that").isTrue();
    onFx(() -> said.say("Copied."));
    assertThat(isVisible("undo-toast")).isFalse();

    onFx(() -> said.sayUndoable("Deleted CT 2."));
    onFx(() -> node("undo-toast-undo", Hyperlink.class).fire());
    assertThat(undone).containsExactly("undone");
    assertThat(isVisible("undo-toast")).isFalse();
  }
}
