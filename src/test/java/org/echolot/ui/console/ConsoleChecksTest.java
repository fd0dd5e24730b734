package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import org.echolot.check.CheckStage;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.LineSource;
import org.echolot.journal.NamedPeer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsoleChecksTest {

  private static final int CAPACITY = 100;

  private final Frames frames = new Frames();
  private final ConsoleModel model = new ConsoleModel(frames, CAPACITY);

  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 20), LongStream.of(new Random().nextLong()));
  }

  @Test
  void aFoldedCheckIsOneRowWithItsVerdictAndItsNumberOfLines() {
    writeTwoChecks();
    model.checks().setFolded(1, true);
    assertThat(texts()).containsExactly("1 a", "2 a", "2 b", "other");
    Fold fold = Objects.requireNonNull(model.checks().foldAt(model.rows().getFirst()));
    assertThat(fold.folded()).isTrue();
    assertThat(fold.lines()).isEqualTo(3);
    assertThat(fold.verdict().text()).isEqualTo("1 c");

    model.checks().setFolded(1, false);
    assertThat(texts()).containsExactly("1 a", "2 a", "1 b", "2 b", "1 c", "other");
  }

  @Test
  void onlyTheFirstOfSeveralLinesOfACheckCanBeUnfolded() {
    writeTwoChecks();
    assertThat(model.rows())
        .filteredOn(line -> model.checks().foldAt(line) != null)
        .extracting(JournalLine::text)
        .containsExactly("1 a", "2 a");
  }

  @Test
  void whatComesLaterOfAFoldedCheckIsCountedAndTellsHowFarItIs() {
    write(Level.INFO, 1, "a");
    write(Level.INFO, 1, "b");
    frames.all();
    model.checks().setFolded(1, true);
    write(Level.INFO, 1, "so far");
    write(Level.DEBUG, 1, "not shown");
    frames.all();
    assertThat(texts()).containsExactly("a");
    Fold fold = Objects.requireNonNull(model.checks().foldAt(model.rows().getFirst()));
    assertThat(fold.lines()).isEqualTo(3);
    assertThat(fold.verdict().text()).isEqualTo("so far");
  }

  @Test
  void allAreFoldedTheNextOnesIncludedButForThoseThatAreUnfolded() {
    writeTwoChecks();
    model.checks().foldsAllProperty().set(true);
    write(Level.INFO, 3, "3 a");
    write(Level.INFO, 3, "3 b");
    frames.all();
    assertThat(texts()).containsExactly("1 a", "2 a", "other", "3 a");
    model.checks().setFolded(2, false);
    assertThat(texts()).containsExactly("1 a", "2 a", "2 b", "other", "3 a");
    model.checks().foldsAllProperty().set(false);
    assertThat(texts()).hasSize(8);
  }

  @Test
  void whereTheFirstLineIsDroppedTheNextStandsForTheCheck() {
    for (int i = 0; i < CAPACITY; i++) {
      write(Level.INFO, i < 3 || i % 10 == 0 ? 1 : 0, "line " + i);
    }
    frames.all();
    model.checks().setFolded(1, true);
    assertThat(texts()).startsWith("line 0", "line 3");
    write(Level.INFO, 0, "one more");
    frames.all();
    assertThat(model.droppedProperty().get()).isEqualTo(5);
    assertThat(texts()).startsWith("line 5").containsSubsequence("line 9", "line 10", "line 11");
    assertThat(texts()).doesNotContain("line 20");
    Fold fold = Objects.requireNonNull(model.checks().foldAt(model.rows().get(5)));
    assertThat(fold.lines()).isEqualTo(9);
  }

  @Test
  void theLinesOfOneCheckAreLookedAtAloneAndAllAgain() {
    writeTwoChecks();
    model.checks().setFolded(2, true);
    model.checks().toggleOnly(firstOf(2));
    assertThat(texts()).as("alone and unfolded").containsExactly("2 a", "2 b");
    assertThat(model.checks().onlyProperty().get()).isEqualTo(2);
    write(Level.INFO, 1, "1 d");
    write(Level.INFO, 2, "2 c");
    frames.all();
    assertThat(texts()).containsExactly("2 a", "2 b", "2 c");

    model.checks().showAll();
    assertThat(texts()).containsExactly("1 a", "2 a", "1 b", "1 c", "other", "1 d");
  }

  @Test
  void aViewThatFollowsGoesOnToFollowTheOneCheck() {
    writeTwoChecks();
    model.checks().toggleOnly(firstOf(1));
    assertThat(model.followProperty().get()).isTrue();
    model.checks().setFolded(1, true);
    assertThat(model.followProperty().get()).isTrue();
  }

  @Test
  void theLinesOfAStageAreShownWhateverHidesThem() {
    model.accept(line(Level.INFO, 1, CheckStage.CONNECT, "connect"));
    model.accept(line(Level.DEBUG, 1, CheckStage.TLS, "tls"));
    model.accept(line(Level.TRACE, 1, CheckStage.TLS, "bytes"));
    model.accept(line(Level.INFO, 2, CheckStage.TLS, "another"));
    model.accept(JournalLine.info(NamedPeer.of("Else"), Tone.PLAIN, "else"));
    frames.all();
    model.checks().foldsAllProperty().set(true);
    model.checks().onlyProperty().set(2);
    model.sourceProperty().set(new SourceChoice(NamedPeer.of("Else")));

    assertThat(model.checks().showStage(1, CheckStage.TLS)).isTrue();
    assertThat(model.levelProperty().get()).isEqualTo(Level.DEBUG);
    assertThat(model.sourceProperty().get()).isEqualTo(SourceChoice.ALL);
    assertThat(model.checks().onlyProperty().get()).isZero();
    assertThat(model.followProperty().get()).isFalse();
    assertThat(revealed()).containsExactly("tls");
  }

  @Test
  void callersOfOurListenerAreFoldedAndLookedAtAloneAsChecksAre() {
    writeOfListener(0, "listening");
    writeOfListener(1, "1 calls");
    writeOfListener(2, "2 calls");
    writeOfListener(1, "1 goes");
    writeOfListener(2, "2 goes");
    writeOfListener(0, "stopped");
    frames.all();
    model.checks().foldsAllProperty().set(true);
    assertThat(texts()).containsExactly("listening", "1 calls", "2 calls", "stopped");
    Fold fold = Objects.requireNonNull(model.checks().foldAt(model.rows().get(1)));
    assertThat(fold.verdict().text()).isEqualTo("1 goes");
    model.checks().toggleOnly(firstOf(2));
    assertThat(texts()).containsExactly("2 calls", "2 goes");
  }

  private void writeOfListener(long conversationId, String text) {
    model.accept(
        JournalLine.of(
            Instant.EPOCH,
            LineSource.LISTENER,
            conversationId,
            null,
            Level.INFO,
            Tone.PLAIN,
            () -> text));
  }

  @Test
  void aStageWithoutLinesChangesNothing() {
    writeTwoChecks();
    assertThat(model.checks().showStage(1, CheckStage.ECHO)).isFalse();
    assertThat(model.checks().showStage(99, CheckStage.ECHO)).isFalse();
    assertThat(model.checks().showStage(0, CheckStage.ECHO)).as("lines of no check").isFalse();
    assertThat(model.revealProperty().get()).isNull();
    assertThat(model.followProperty().get()).isTrue();
  }

  @Test
  void whatIsCopiedOfAFoldedRowAreAllItsLines() {
    writeTwoChecks();
    model.checks().setFolded(1, true);
    List<String> copied = new ArrayList<>();
    model.text(List.of(model.rows().getFirst()), copied::add);
    assertThat(copied.getFirst().lines()).hasSize(3).allMatch(text -> text.contains("  1 "));
    model.text(model.rows(), copied::add);
    assertThat(copied.getLast().lines()).hasSize(6);
  }

  @Test
  void clearForgetsChecksAndShowsAllThatComeAfter() {
    writeTwoChecks();
    model.checks().onlyProperty().set(1);
    model.clear();
    assertThat(model.checks().onlyProperty().get()).isZero();
    write(Level.INFO, 2, "new");
    frames.all();
    assertThat(texts()).containsExactly("new");
  }

  /** Against a simple reckoning of what is a row, with drops, folds and filters at random. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void rowsAreThoseThatPassAndThatNoFoldHides(long seed) {
    Random random = new Random(seed);
    Set<Long> folded = new TreeSet<>();
    for (int step = 0; step < 300; step++) {
      switch (random.nextInt(6)) {
        case 0 -> {
          long id = random.nextLong(1, 7);
          boolean fold = random.nextBoolean();
          model.checks().setFolded(id, fold);
          if (model.checks().isFolded(id)) {
            folded.add(id);
          } else {
            folded.remove(id);
          }
        }
        case 1 -> model.levelProperty().set(random.nextBoolean() ? Level.INFO : Level.TRACE);
        default -> {
          for (int i = random.nextInt(40); i > 0; i--) {
            write(random.nextBoolean() ? Level.INFO : Level.TRACE, random.nextInt(7), "line " + i);
          }
          frames.all();
        }
      }
      folded.removeIf(id -> !model.checks().isFolded(id));
      assertThat(model.rows()).isEqualTo(reckoned(folded));
    }
  }

  @Test
  void aHundredThousandLinesOfManyChecksAreFoldedWithOneChange() {
    ConsoleModel large = new ConsoleModel(frames);
    for (int i = 0; i < 100_000; i++) {
      large.accept(line(Level.INFO, 1 + i % 1000, null, "x"));
    }
    frames.all();
    List<Integer> sizes = new ArrayList<>();
    large
        .rows()
        .addListener(
            (ListChangeListener<JournalLine>) change -> sizes.add(change.getList().size()));
    large.checks().foldsAllProperty().set(true);
    assertThat(sizes).containsExactly(1000);
  }

  private List<JournalLine> reckoned(Set<Long> folded) {
    List<JournalLine> rows = new ArrayList<>(model.kept());
    Set<Long> seen = new TreeSet<>();
    rows.removeIf(line -> !model.levelProperty().get().shows(line.level()));
    rows.removeIf(
        line ->
            line.conversationId() != 0
                && !seen.add(line.conversationId())
                && folded.contains(line.conversationId()));
    return rows;
  }

  private JournalLine firstOf(long conversationId) {
    return model.kept().stream()
        .filter(l -> l.conversationId() == conversationId)
        .findFirst()
        .orElseThrow();
  }

  private List<String> revealed() {
    return Objects.requireNonNull(model.revealProperty().get()).rows().stream()
        .map(row -> model.rows().get(row).text())
        .toList();
  }

  private void writeTwoChecks() {
    write(Level.INFO, 1, "1 a");
    write(Level.INFO, 2, "2 a");
    write(Level.INFO, 1, "1 b");
    write(Level.INFO, 2, "2 b");
    write(Level.INFO, 1, "1 c");
    write(Level.INFO, 0, "other");
    frames.all();
  }

  private void write(Level level, long conversationId, String text) {
    model.accept(line(level, conversationId, null, text));
  }

  private int written;

  private JournalLine line(
      Level level, long conversationId, @Nullable CheckStage stage, String text) {
    Instant at = Instant.ofEpochSecond(0, ++written);
    return JournalLine.of(
        at, NamedPeer.of("Peer"), conversationId, stage, level, Tone.PLAIN, () -> text);
  }

  private List<String> texts() {
    return model.rows().stream().map(JournalLine::text).toList();
  }
}
