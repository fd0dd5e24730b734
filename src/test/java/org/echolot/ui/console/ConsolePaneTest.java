package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.awaitility.Awaitility;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.NamedPeer;
import org.echolot.ui.ConsoleMenus;
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
            "toggle",
            "scope-check",
            "scope-peer",
            "scope-all",
            "level-info",
            "level-debug",
            "level-trace",
            "more",
            "find",
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
  void aLineThatIsToldOfLateMovesNeitherTheSelectionNorWhatIsInSight() {
    Instant start = Instant.now();
    for (int i = 0; i < 200; i++) {
      model.accept(at(start.plusMillis(10L * i), "line " + i));
    }
    waitForFx();
    onFx(() -> list().getSelectionModel().clearAndSelect(198));
    model.accept(at(start.plusMillis(1_975), "late 1"));
    waitForFx();
    assertThat(callOnFx(() -> list().getItems().get(198).text())).isEqualTo("late 1");
    assertThat(callOnFx(this::selectedTexts)).containsExactly("line 198");
    assertThat(model.followProperty().get()).isTrue();
    assertThat(lastVisible()).isEqualTo(200);

    onFx(
        () -> {
          model.followProperty().set(false);
          list().scrollTo(150);
        });
    waitForFx();
    model.accept(at(start.plusMillis(1_405), "late 2"));
    waitForFx();
    assertThat(callOnFx(() -> model.rows().get(firstVisible()).text())).isEqualTo("line 150");
  }

  private static JournalLine at(Instant at, String text) {
    return JournalLine.of(at, NamedPeer.of("Peer"), 1, null, Level.INFO, Tone.PLAIN, () -> text);
  }

  @Test
  void copiesTheSelectionOrAll() {
    write(1, 3);
    choose("console-copy-all");
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

  /** From where to where something is marked in a line; 0 to 0 where nothing is. */
  private static Bounds markIn(String line) {
    return callOnFx(
        () ->
            cell(line).lookupAll(".hit-mark").stream()
                .filter(node -> !((javafx.scene.shape.Path) node).getElements().isEmpty())
                .findFirst()
                .map(Node::getBoundsInParent)
                .orElse(new BoundingBox(0, 0, 0, 0)));
  }

  @Test
  void theWordThatIsLookedForIsMarkedAndNotItsLine() {
    model.accept(Lines.info("Peer", "aaaa hit bbbb"));
    model.accept(Lines.info("Peer", "nothing here"));
    String cut = "x".repeat(300) + " HIT";
    model.accept(Lines.info("Peer", cut));
    waitForFx();
    assertThat(markIn("aaaa hit bbbb").getWidth()).as("nothing is looked for").isZero();
    onFx(() -> pane().focusFind());
    write("hit");
    waitForFx();
    Bounds mark = markIn("aaaa hit bbbb");
    Node label = callOnFx(() -> cell("aaaa hit bbbb").lookup(".label.text"));
    Text words = (Text) callOnFx(() -> lastText(label));
    double letter = callOnFx(() -> words.getLayoutBounds().getWidth()) / "aaaa hit bbbb".length();
    assertThat(mark.getWidth()).isCloseTo(3 * letter, within(1.5));
    assertThat(mark.getMinX()).isCloseTo(5 * letter, within(1.5));
    assertThat(markIn("nothing here").getWidth()).isZero();
    assertThat(markIn(cut).getWidth())
        .as("it is behind the dots")
        .isCloseTo(3 * letter, within(1.5));
    assertThat(markIn(cut).getMinX()).isGreaterThan(300);

    onFx(() -> model.wrapsProperty().set(true));
    waitForFx();
    assertThat(markIn(cut).getMinY()).as("in a line further down").isGreaterThan(10);
    push(KeyCode.ESCAPE);
    waitForFx();
    assertThat(markIn("aaaa hit bbbb").getWidth()).isZero();
  }

  @Test
  void aLineIsAsHighAsItsWordsNeedWhereTheyWrap() {
    String one = "Associate 6.64 ms: looks like a web server (HTTP): \"HTTP/1.1 400 Bad Request\"";
    String several = "a long sentence ".repeat(30);
    model.accept(Lines.info("Peer", one));
    model.accept(Lines.info("Ultrasound room 3", several));
    onFx(() -> model.wrapsProperty().set(true));
    waitForFx();
    waitForFx();
    double line = callOnFx(() -> cell(one).getHeight());
    assertThat(line).as("one line").isBetween(16.0, 26.0);
    assertThat(callOnFx(() -> cell(several).getHeight())).isGreaterThan(2 * line);
    double words =
        callOnFx(() -> lastText(cell(several).lookup(".label.text")).getLayoutBounds().getHeight());
    assertThat(callOnFx(() -> cell(several).getHeight()))
        .as("all of the words")
        .isBetween(words, words + line);
  }

  private static Node lastText(Node label) {
    return ((Label) label)
        .getChildrenUnmodifiable().stream()
            .filter(Text.class::isInstance)
            .reduce((_, last) -> last)
            .orElseThrow();
  }

  @Test
  void aLineThatIsCutIsWholeInItsTooltip() {
    String text = "y".repeat(300) + " end";
    model.accept(Lines.info("Peer", text));
    model.accept(Lines.info("Peer", "short"));
    waitForFx();
    assertThat(callOnFx(() -> cell("short").getTooltip())).isNull();
    Tooltip tooltip = Objects.requireNonNull(callOnFx(() -> cell(text).getTooltip()));
    String shown =
        callOnFx(
            () -> {
              tooltip.show(list(), 0, 0);
              return tooltip.getText();
            });
    onFx(tooltip::hide);
    assertThat(shown).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  Peer y+ end");
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
  void levelAndScopeAreChosenAtTheEdge() {
    JournalLine detail = Lines.at(Level.DEBUG, "CT 1", 1, "detail");
    model.accept(detail);
    model.accept(Lines.at(Level.INFO, "CT 1", 2, "later"));
    model.accept(Lines.info("MR 2", "other"));
    waitForFx();
    clickOn("#console-level-debug");
    waitForFx();
    assertThat(shown()).containsExactly("detail", "later", "other");
    onFx(() -> model.scope().follow(detail.source(), 1));
    clickOn("#console-scope-peer");
    waitForFx();
    assertThat(shown()).containsExactly("detail", "later");
    clickOn("#console-scope-check");
    waitForFx();
    assertThat(shown()).containsExactly("detail");
    onFx(() -> model.scope().follow(detail.source(), 2));
    waitForFx();
    assertThat(shown()).as("it follows the selection").containsExactly("later");
    clickOn("#console-scope-all");
    waitForFx();
    assertThat(shown()).containsExactly("detail", "later", "other");
  }

  @Test
  void anotherLevelLeavesTheSameLineAtTheTop() {
    for (int i = 0; i < 300; i++) {
      model.accept(Lines.at(i % 3 == 0 ? Level.INFO : Level.TRACE, "CT 1", 1, "line " + i));
    }
    waitForFx();
    onFx(
        () -> {
          model.followProperty().set(false);
          list().scrollTo(40);
        });
    waitForFx();
    assertThat(callOnFx(() -> model.rows().get(firstVisible()).text())).isEqualTo("line 120");
    clickOn("#console-level-trace");
    waitForFx();
    assertThat(callOnFx(() -> model.rows().get(firstVisible()).text())).isEqualTo("line 120");
    assertThat(shown()).hasSize(300);
  }

  /** JavaFX would log that it found more rows to fill than a list can have. */
  @Test
  void filteringKeepsTheEndOrThePlaceAndNothingOfJavaFxIsLogged() {
    Logger log = Logger.getLogger("javafx.scene.control");
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler reader =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    log.addHandler(reader);
    try {
      onFx(() -> model.levelProperty().set(Level.TRACE));
      for (int line = 1; line <= CAPACITY; line++) {
        model.accept(
            JournalLine.of(
                Instant.EPOCH.plusMillis(line),
                NamedPeer.of("CT"),
                0,
                null,
                line % 2 == 0 ? Level.INFO : Level.TRACE,
                Tone.PLAIN,
                () -> "line"));
      }
      Awaitility.await().until(() -> callOnFx(() -> model.rows().size()) == CAPACITY);
      waitForFx();
      for (int i = 0; i < 3; i++) {
        onFx(() -> model.levelProperty().set(Level.INFO));
        waitForFx();
        assertThat(lastVisible()).isEqualTo(CAPACITY / 2 - 1);
        assertThat(callOnFx(() -> flow().getPosition())).isEqualTo(1);
        onFx(() -> model.levelProperty().set(Level.TRACE));
        waitForFx();
        assertThat(lastVisible()).isEqualTo(CAPACITY - 1);
      }
      onFx(
          () -> {
            model.followProperty().set(false);
            list().scrollTo(CAPACITY - 100);
          });
      waitForFx();
      onFx(() -> model.levelProperty().set(Level.INFO));
      waitForFx();
      assertThat(firstVisible()).as("elsewhere, too").isEqualTo((CAPACITY - 100) / 2);
    } finally {
      log.removeHandler(reader);
    }
    assertThat(logged).isEmpty();
  }

  @Test
  void anotherLevelLeavesTheSelectedLineSelectedAndInSight() {
    for (int i = 0; i < 900; i++) {
      model.accept(Lines.at(i % 9 == 0 ? Level.INFO : Level.TRACE, "CT 1", 1, "line " + i));
    }
    waitForFx();
    onFx(() -> list().getSelectionModel().clearAndSelect(50));
    assertThat(callOnFx(this::selectedTexts)).containsExactly("line 450");
    clickOn("#console-level-trace");
    waitForFx();
    assertThat(callOnFx(this::selectedTexts)).containsExactly("line 450");
    assertThat(firstVisible()).isLessThan(450);
    assertThat(lastVisible()).isGreaterThan(450);
    assertThat(model.followProperty().get()).isFalse();
  }

  @Test
  void linesThatComeBelowAreCountedUntilOneGoesThere() {
    write(1, 100);
    onFx(() -> model.followProperty().set(false));
    write(101, 112);
    Button below = node("console-new-lines", Button.class);
    assertThat(callOnFx(below::getText)).isEqualTo("12 new lines");
    clickOn(below);
    waitForFx();
    assertThat(lastVisible()).isEqualTo(111);
    assertThat(callOnFx(below::isVisible)).isFalse();
  }

  @Test
  void aClosedDrawerHasTheNewestLineInItsEdge() {
    write(1, 3);
    ConsolePane pane = callOnFx(() -> pane());
    clickOn("#console-toggle");
    waitForFx();
    assertThat(model.drawerProperty().get()).isEqualTo(Drawer.CLOSED);
    assertThat(callOnFx(() -> pane.lookup("#console-list")))
        .as("what would be laid out with each line")
        .isNull();
    assertThat(callOnFx(() -> node("console-last", Label.class).getText())).endsWith("line 3");
    write(4, 300);
    onFx(pane::focusFind);
    waitForFx();
    assertThat(model.drawerProperty().get()).as("finding opens it").isEqualTo(Drawer.OPEN);
    assertThat(lastVisible()).as("the newest line").isEqualTo(299);
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
    choose("console-fold");
    waitForFx();
    assertThat(shown()).containsExactly("1 a", "2 a");
    choose("console-times-utc");
    waitForFx();
    assertThat(model.timesProperty().get()).isEqualTo(TimeStyle.UTC);
    assertThat(callOnFx(() -> ((Label) cell("1 a").lookup(".time")).getText())).endsWith("Z");
  }

  private static void choose(String id) {
    ConsoleMenus.choose(node("console-more", MenuButton.class), id);
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
    choose("console-save");
    Awaitility.await()
        .until(() -> node("console-notice", Label.class).getText().startsWith("✓ Saved 3 lines"));
    assertThat(Files.readAllLines(folder.resolve("console.log"))).hasSize(4);
  }

  @Test
  void aFailedSaveIsShownInWords() throws Exception {
    Files.createDirectories(folder.resolve("console.log/in the way"));
    write(1, 3);
    choose("console-save");
    Awaitility.await()
        .until(() -> node("console-notice", Label.class).getText().startsWith("✗ Not saved: "));
  }

  @Test
  void clearsAndCopiesForTheTicket() {
    write(1, 3);
    choose("console-copy-ticket");
    assertThat(tickets).hasValue(1);
    choose("console-clear");
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
    for (String id : List.of("toggle", "scope-check", "scope-all", "level-trace", "more")) {
      ButtonBase button = node("console-" + id, ButtonBase.class);
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
    return (ConsolePane) list().getParent().getParent();
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
