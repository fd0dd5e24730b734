package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.awaitility.Awaitility;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.NamedPeer;
import org.echolot.ui.FxTest;
import org.echolot.ui.FxThread;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsolePaneTest extends FxTest {

  private static final int CAPACITY = 1000;

  @TempDir private Path folder;

  private final ConsoleModel model = new ConsoleModel(new FxThread().frames(), CAPACITY);
  private final AtomicInteger tickets = new AtomicInteger();

  @BeforeEach
  void showPane() {
    show(
        () ->
            new ConsolePane(
                model, tickets::incrementAndGet, _ -> Optional.of(folder.resolve("console.log"))),
        900,
        400);
  }

  @Test
  void everyControlHasATooltipAndAnAccessibleText() {
    for (String id :
        List.of(
            "level",
            "peer",
            "times",
            "fold",
            "find",
            "follow",
            "copy",
            "copy-ticket",
            "save",
            "clear",
            "all-checks")) {
      Control control = node("console-" + id, Control.class);
      assertThat(control.getAccessibleText()).as(id).isNotBlank();
      assertThat(control.getTooltip()).as(id).isNotNull();
    }
    assertThat(list().getAccessibleText()).isNotBlank();
  }

  @Test
  void staysAtTheNewestUntilTheUserScrollsUpAndAgainFromTheEnd() {
    write(1, 100);
    assertThat(lastVisible()).isEqualTo(99);

    clickOn("#console-list");
    push(KeyCode.HOME);
    waitForFx();
    assertThat(model.followProperty().get()).isFalse();
    write(101, 200);
    assertThat(firstVisible()).isZero();

    push(KeyCode.END);
    waitForFx();
    assertThat(model.followProperty().get()).isTrue();
    write(201, 300);
    assertThat(lastVisible()).isEqualTo(299);
  }

  @Test
  void aLineThatComesAfterManyIsNotLeftBelowTheLastInSight() {
    write(1, 600);
    for (int line = 601; line <= 620; line++) {
      write(line, line);
      assertThat(callOnFx(() -> flow().getPosition())).as("after line " + line).isEqualTo(1);
      assertThat(lastVisible()).isEqualTo(line - 1);
    }
  }

  @Test
  void selectionMovesWithItsLinesWhenOlderOnesAreDropped() {
    write(1, 1000);
    onFx(() -> list().getSelectionModel().selectIndices(5, 500, 999));
    write(1001, 1050);
    assertThat(callOnFx(this::selectedTexts)).containsExactly("line 501", "line 1000");
  }

  @Test
  void theSameLinesStayInSightWhenOlderOnesAreDropped() {
    write(1, 1000);
    onFx(
        () -> {
          model.followProperty().set(false);
          list().scrollTo(500);
        });
    waitForFx();
    write(1001, 1050);
    assertThat(callOnFx(() -> model.rows().get(firstVisible()).text())).isEqualTo("line 501");
  }

  @Test
  void copiesTheSelectionOrAll() {
    write(1, 3);
    clickOn("#console-copy");
    assertThat(clipboard().lines()).hasSize(3);

    clickOn("#console-list");
    push(KeyCode.HOME);
    push(KeyCode.SHIFT, KeyCode.DOWN);
    push(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard().lines()).hasSize(2);
    assertThat(clipboard()).contains("  Peer  line 1\n").endsWith("  Peer  line 2\n");

    push(KeyCode.CONTROL, KeyCode.A);
    push(KeyCode.CONTROL, KeyCode.C);
    assertThat(clipboard().lines()).hasSize(3);
  }

  @Test
  void findsAsOneTypesAndGoesOnWithF3() {
    write(1, 200);
    onFx(() -> pane().focusFind());
    write("line 19");
    waitForFx();
    assertThat(node("console-hits", Label.class).getText()).isEqualTo("2 of 11");
    assertThat(callOnFx(this::selectedTexts)).containsExactly("line 190");

    push(KeyCode.F3);
    waitForFx();
    assertThat(node("console-hits", Label.class).getText()).isEqualTo("3 of 11");
    push(KeyCode.SHIFT, KeyCode.F3);
    waitForFx();
    assertThat(callOnFx(this::selectedTexts)).containsExactly("line 190");

    push(KeyCode.ESCAPE);
    waitForFx();
    assertThat(node("console-find", TextField.class).getText()).isEmpty();
    assertThat(callOnFx(() -> list().isFocused())).isTrue();
  }

  @Test
  void scrollsToAHitThatIsOutOfSight() {
    write(1, 900);
    onFx(() -> pane().focusFind());
    write("line 123");
    waitForFx();
    assertThat(firstVisible()).isLessThanOrEqualTo(122);
    assertThat(lastVisible()).isGreaterThanOrEqualTo(122);
    write(901, 950);
    assertThat(firstVisible()).as("new lines don't move the view").isLessThanOrEqualTo(122);
  }

  @Test
  void levelAndPeerAreChosenInTheToolbar() {
    model.accept(Lines.at(Level.DEBUG, "CT 1", 1, "detail"));
    model.accept(Lines.info("MR 2", "other"));
    waitForFx();
    ComboBox<?> level = node("console-level", ComboBox.class);
    clickOn(level).push(KeyCode.DOWN).push(KeyCode.ENTER);
    waitForFx();
    assertThat(list().getItems()).hasSize(2);
    clickOn(node("console-peer", ComboBox.class))
        .push(KeyCode.DOWN)
        .push(KeyCode.DOWN)
        .push(KeyCode.ENTER);
    waitForFx();
    assertThat(model.sourceProperty().get()).isEqualTo(new SourceChoice(NamedPeer.of("CT 1")));
    assertThat(list().getItems()).extracting(JournalLine::text).containsExactly("detail");
  }

  @Test
  void aCheckIsFoldedUnfoldedAndLookedAtAloneByTheKeyboard() {
    writeTwoChecks();
    clickOn("#console-list");
    push(KeyCode.HOME);
    push(KeyCode.DOWN).push(KeyCode.DOWN);
    assertThat(callOnFx(this::selectedTexts)).containsExactly("1 b");
    push(KeyCode.LEFT);
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "2 a", "2 b");
    assertThat(callOnFx(this::selectedTexts)).containsExactly("1 a");
    assertThat(callOnFx(() -> cell("1 a").getAccessibleText()))
        .contains("1 b, at ", ", check 1, folded, 2 lines");

    push(KeyCode.RIGHT);
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "2 a", "1 b", "2 b");
    push(KeyCode.ENTER);
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "1 b");
    assertThat(node("console-only", Label.class).getText()).isEqualTo("Only the lines of check #1");
    assertThat(callOnFx(this::selectedTexts)).containsExactly("1 a");
    push(KeyCode.ENTER);
    waitForFx();
    assertThat(shown()).hasSize(4);
    assertThat(node("console-only", Label.class).isVisible()).isFalse();
  }

  private static MenuItem ofLine(String id) {
    return list().getContextMenu().getItems().stream()
        .filter(item -> ("line-" + id).equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOffered(String id) {
    return callOnFx(() -> ofLine(id).isVisible() && !ofLine(id).isDisable());
  }

  @Test
  void theMenuOfALineOffersWhatCanBeDoneWithItAndItsCheck() {
    assertThat(isOffered("only-peer")).isFalse();
    writeTwoChecks();
    model.accept(Lines.info("Peer", "of no check"));
    waitForFx();
    onFx(() -> list().getSelectionModel().clearAndSelect(4));
    assertThat(isOffered("only-peer")).isTrue();
    assertThat(isOffered("only-check")).isFalse();
    assertThat(isOffered("fold-check")).isFalse();

    onFx(() -> list().getSelectionModel().clearAndSelect(2));
    assertThat(isOffered("unfold-check")).isFalse();
    onFx(() -> ofLine("fold-check").fire());
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "2 a", "2 b", "of no check");
    assertThat(isOffered("fold-check")).isFalse();
    onFx(() -> ofLine("unfold-check").fire());
    waitForFx();
    assertThat(isOffered("fold-check")).isTrue();

    assertThat(isOffered("all-checks")).isFalse();
    onFx(() -> ofLine("only-check").fire());
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "1 b");
    assertThat(isOffered("only-check")).isFalse();
    assertThat(isOffered("fold-check")).isFalse();
    onFx(() -> ofLine("all-checks").fire());
    waitForFx();
    assertThat(shown()).hasSize(5);

    onFx(() -> ofLine("only-peer").fire());
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "1 b");
    onFx(() -> ofLine("all-peers").fire());
    waitForFx();
    assertThat(shown()).hasSize(5);
  }

  @Test
  void aCheckIsFoldedAndLookedAtAloneByClicks() {
    writeTwoChecks();
    clickOn(callOnFx(() -> cell("1 a").lookup(".fold")));
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "2 a", "2 b");
    assertThat(callOnFx(() -> ((Label) cell("1 a").lookup(".label.text")).getText()))
        .isEqualTo("1 b  · 2 lines");
    clickOn(callOnFx(() -> cell("2 b").lookup(".check")));
    waitForFx();
    assertThat(shown()).containsExactly("2 a", "2 b");
    clickOn("#console-all-checks");
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "2 a", "2 b");
  }

  @Test
  void allAreFoldedInTheToolbarAndTimesChosen() {
    writeTwoChecks();
    clickOn("#console-fold");
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "2 a");
    clickOn("#console-times").push(KeyCode.DOWN).push(KeyCode.ENTER);
    waitForFx();
    assertThat(model.timesProperty().get()).isEqualTo(TimeStyle.UTC);
    assertThat(callOnFx(() -> ((Label) cell("1 a").lookup(".time")).getText())).endsWith("Z");
  }

  private void writeTwoChecks() {
    model.accept(Lines.at(Level.INFO, "A", 1, "1 a"));
    model.accept(Lines.at(Level.INFO, "B", 2, "2 a"));
    model.accept(Lines.at(Level.INFO, "A", 1, "1 b"));
    model.accept(Lines.at(Level.INFO, "B", 2, "2 b"));
    waitForFx();
  }

  private static List<String> shown() {
    return callOnFx(() -> list().getItems().stream().map(JournalLine::text).toList());
  }

  private static ListCell<?> cell(String text) {
    return list().lookupAll(".list-cell").stream()
        .filter(ListCell.class::isInstance)
        .map(cell -> (ListCell<?>) cell)
        .filter(cell -> cell.getItem() instanceof JournalLine line && line.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void savesAndSaysSo() throws Exception {
    write(1, 3);
    clickOn("#console-save");
    Awaitility.await()
        .until(() -> node("console-notice", Label.class).getText().startsWith("✓ Saved 3 lines"));
    assertThat(Files.readAllLines(folder.resolve("console.log"))).hasSize(4);
  }

  @Test
  void aFailedSaveIsShownInWords() throws Exception {
    Files.createDirectories(folder.resolve("console.log/in the way"));
    write(1, 3);
    clickOn("#console-save");
    Awaitility.await()
        .until(() -> node("console-notice", Label.class).getText().startsWith("✗ Not saved: "));
  }

  @Test
  void clearsAndCopiesForTheTicket() {
    write(1, 3);
    clickOn("#console-copy-ticket");
    assertThat(tickets).hasValue(1);
    clickOn("#console-clear");
    waitForFx();
    assertThat(list().getItems()).isEmpty();
  }

  @Test
  void tellsHowManyLinesWereDropped() {
    write(1, 1500);
    Label dropped = node("console-dropped", Label.class);
    assertThat(dropped.isVisible()).isTrue();
    assertThat(dropped.getText()).contains("500 older lines dropped");
  }

  @Test
  void everyButtonIsInSightInANarrowWindow() {
    onFx(() -> list().getScene().getWindow().setWidth(600));
    waitForFx();
    for (String id : List.of("copy", "copy-ticket", "save", "clear")) {
      Button button = node("console-" + id, Button.class);
      double right = callOnFx(() -> button.localToScene(button.getBoundsInLocal()).getMaxX());
      assertThat(right).as(id).isLessThanOrEqualTo(600);
    }
  }

  private void write(int from, int to) {
    IntStream.rangeClosed(from, to).forEach(i -> model.accept(Lines.info("Peer", "line " + i)));
    waitForFx();
  }

  @SuppressWarnings("unchecked") // The list of this id has lines.
  private static ListView<JournalLine> list() {
    return node("console-list", ListView.class);
  }

  private static ConsolePane pane() {
    return (ConsolePane) list().getParent();
  }

  private List<String> selectedTexts() {
    return list().getSelectionModel().getSelectedItems().stream().map(JournalLine::text).toList();
  }

  private static int firstVisible() {
    return callOnFx(() -> flow().getFirstVisibleCell().getIndex());
  }

  private static int lastVisible() {
    return callOnFx(() -> flow().getLastVisibleCell().getIndex());
  }

  private static VirtualFlow<?> flow() {
    return (VirtualFlow<?>) list().lookup(".virtual-flow");
  }

  private static String clipboard() {
    waitForFx();
    return callOnFx(() -> Clipboard.getSystemClipboard().getString());
  }
}
