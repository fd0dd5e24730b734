package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.NamedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinderTest {

  private final Frames frames = new Frames();
  private final ConsoleModel model = new ConsoleModel(frames, 100);
  private final Finder finder = model.finder();

  @Test
  void findsWithoutRegardToCaseInTextAndPeerName() {
    write("Association accepted", "nothing", "ASSOCIATION rejected");
    model.accept(Lines.info("Associates Inc.", "nothing"));
    frames.all();
    find("associat", 0);
    assertThat(finder.count()).isEqualTo(3);
  }

  @Test
  void takesTheTextAsItStandsAndNotAsAPattern() {
    write("size (max)", "size max", "a.b", "axb");
    find("(MAX)", 0);
    assertThat(finder.count()).isEqualTo(1);
    find("a.b", 0);
    assertThat(finder.count()).isEqualTo(1);
  }

  @Test
  void goesToTheFirstHitFromTheGivenRowAndElseToTheVeryFirst() {
    write("hit", "no", "hit", "no");
    find("hit", 1);
    assertThat(current()).isEqualTo("2 of 2 in row 2");
    find("hit", 3);
    assertThat(current()).isEqualTo("1 of 2 in row 0");
  }

  @Test
  void nextAndPreviousWrap() {
    write("hit", "no", "hit", "hit");
    find("hit", 0);
    finder.next(0);
    assertThat(current()).isEqualTo("2 of 3 in row 2");
    finder.next(0);
    finder.next(0);
    assertThat(current()).isEqualTo("1 of 3 in row 0");
    finder.previous(0);
    assertThat(current()).isEqualTo("3 of 3 in row 3");
  }

  @Test
  void findsInLinesThatComeLaterWithoutMovingTheCurrentHit() {
    write("hit", "hit");
    find("hit", 0);
    write("hit");
    assertThat(current()).isEqualTo("1 of 3 in row 0");
  }

  @Test
  void keepsItsPlaceWhenOldRowsAreDropped() {
    write(numbered(1, 60));
    find("line 50", 0);
    assertThat(current()).isEqualTo("1 of 1 in row 49");
    write(numbered(61, 110));
    int gone = (int) model.droppedProperty().get();
    assertThat(gone).isPositive();
    finder.next(0);
    assertThat(current()).isEqualTo("1 of 1 in row " + (49 - gone));
  }

  @Test
  void forgetsHitsThatWereDropped() {
    write(numbered(1, 60));
    find("line", 0);
    assertThat(finder.number()).isEqualTo(1);
    write(numbered(61, 110));
    assertThat(finder.count()).isEqualTo(model.rows().size());
    assertThat(finder.number()).as("the current hit is gone").isZero();
  }

  @Test
  void searchesOnlyRowsThatAreShownAndAgainWhenTheFilterChanges() {
    model.accept(Lines.at(Level.INFO, "A", 0, "hit"));
    model.accept(Lines.at(Level.DEBUG, "A", 0, "hit"));
    frames.all();
    find("hit", 0);
    assertThat(finder.count()).isEqualTo(1);
    model.levelProperty().set(Level.DEBUG);
    frames.all();
    assertThat(finder.count()).isEqualTo(2);
  }

  @Test
  void blankTextEndsTheSearch() {
    write("hit");
    find("hit", 0);
    find("", 0);
    assertThat(finder.count()).isZero();
    assertThat(finder.number()).isZero();
    assertThat(finder.searchingProperty().get()).isFalse();
  }

  @Test
  void looksForABoundedTimeAFrame() {
    AtomicInteger made = new AtomicInteger();
    List<JournalLine> rows = new ArrayList<>();
    for (int i = 0; i < 5_010; i++) {
      rows.add(lazy(made));
    }
    // To make a text takes a hundredth of what a frame has: a step is longer than that.
    Finder slow =
        new Finder(rows, frames, _ -> {}, () -> made.get() * Finder.SLICE.toNanos() / 100);
    slow.find("nowhere", 0);
    for (int frame = 1; slow.searchingProperty().get(); frame++) {
      frames.next();
      assertThat(made).hasValueLessThanOrEqualTo(frame * Finder.STEP);
    }
    assertThat(made).hasValue(5_010);
  }

  @Test
  void textsAreMadeBeforeTheyAreLookedAt() {
    AtomicInteger made = new AtomicInteger();
    ConsoleModel large = new ConsoleModel(frames);
    for (int i = 0; i < 1_000; i++) {
      large.accept(lazy(made));
    }
    frames.all();
    assertThat(made).as("made before somebody looks").hasValue(0);
    large.finder().prepare();
    Awaitility.await().until(() -> made.get() == 1_000);
  }

  @ParameterizedTest
  @CsvSource({
    "hit, a Hit here, 2",
    "HIT, hihit, 2",
    "röntgen, Gerät RÖNTGEN 1, 6",
    "x, none, -1",
    "long needle, short, -1",
    "aab, aaaab, 2",
    "07 00, 00 07 00, 3"
  })
  void findsTextWithoutRegardToCase(String needle, String text, int at) {
    assertThat(new Needle(needle).in(text, 0)).isEqualTo(at);
  }

  private static JournalLine lazy(AtomicInteger made) {
    return JournalLine.of(
        Instant.EPOCH,
        NamedPeer.of("A"),
        0,
        null,
        Level.INFO,
        Tone.PLAIN,
        () -> "row " + made.incrementAndGet());
  }

  private static String[] numbered(int from, int to) {
    String[] lines = new String[to - from + 1];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = "line " + (from + i);
    }
    return lines;
  }

  private void write(String... texts) {
    for (String text : texts) {
      model.accept(Lines.info("Peer", text));
    }
    frames.all();
  }

  private void find(String text, int fromRow) {
    finder.find(text, fromRow);
    frames.all();
  }

  private String current() {
    int row = Objects.requireNonNull(model.revealProperty().get()).rows().getFirst();
    return finder.number() + " of " + finder.count() + " in row " + row;
  }
}
