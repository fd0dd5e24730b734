package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.awaitility.Awaitility;
import org.echolot.concurrent.Threads;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.LineSource;
import org.echolot.journal.NamedPeer;
import org.junit.jupiter.api.Test;

class ConsoleModelTest {

  private static final int CAPACITY = 100;

  private final Frames frames = new Frames();
  private final ConsoleModel model = new ConsoleModel(frames, CAPACITY);

  @Test
  void showsLinesAtTheNextFrameInOneChange() {
    AtomicInteger changes = new AtomicInteger();
    model.rows().addListener((ListChangeListener<JournalLine>) _ -> changes.incrementAndGet());
    writeNumbers(1, 50);
    assertThat(model.rows()).isEmpty();
    assertThat(frames.waiting()).isEqualTo(1);

    frames.all();
    assertThat(texts()).hasSize(50).startsWith("1").endsWith("50");
    assertThat(changes).hasValue(1);
  }

  /** A list made for each caller is collected when he forgets it, and his listener goes with it. */
  @Test
  void givesEverybodyTheSameListsSoThatListenersStay() {
    assertThat(model.rows()).isSameAs(model.rows());
    assertThat(model.sources()).isSameAs(model.sources());
  }

  @Test
  void takesLinesFromManyThreads() throws InterruptedException {
    ConsoleModel large = new ConsoleModel(frames);
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = "Peer " + i;
      writers.add(
          Threads.startVirtual(
              "writer",
              () -> IntStream.range(0, 25_000).forEach(n -> large.accept(line(name, "" + n)))));
    }
    for (Thread writer : writers) {
      writer.join();
    }
    assertThat(frames.waiting()).as("one frame for 100,000 lines").isEqualTo(1);
    frames.all();
    assertThat(large.rows()).hasSize(100_000);
    assertThat(large.droppedProperty().get()).isZero();
  }

  @Test
  void neverKeepsMoreThanItsCapacityAndCountsWhatItDrops() {
    for (int from = 1; from <= 1000; from += 7) {
      writeNumbers(from, Math.min(1000, from + 6));
      frames.all();
      assertThat(model.rows()).hasSizeLessThanOrEqualTo(CAPACITY);
    }
    assertThat(texts()).endsWith("999", "1000");
    assertThat(model.rows().size() + model.droppedProperty().get()).isEqualTo(1000);
    assertThat(model.rows().size()).isGreaterThan(CAPACITY * 9 / 10);
  }

  @Test
  void dropsTheOldestThoughNoFrameComes() {
    writeNumbers(1, 250);
    frames.all();
    assertThat(texts()).hasSize(CAPACITY).startsWith("151").endsWith("250");
    assertThat(model.droppedProperty().get()).isEqualTo(150);
  }

  @Test
  void dropsFromTheRowsOnlyWhatTheFilterShows() {
    model.sourceProperty().set(new SourceChoice(NamedPeer.of("B")));
    for (int i = 1; i <= 80; i++) {
      model.accept(line(i % 2 == 0 ? "A" : "B", "" + i));
    }
    frames.all();
    assertThat(model.rows()).hasSize(40);
    IntStream.rangeClosed(81, 120).forEach(i -> model.accept(line("C", "" + i)));
    frames.all();
    assertThat(texts()).as("1 to 20 went").hasSize(30).startsWith("21").endsWith("79");
    model.sourceProperty().set(SourceChoice.ALL);
    assertThat(texts()).hasSize(CAPACITY).startsWith("21").endsWith("120");
  }

  @Test
  void filtersByLevel() {
    model.accept(Lines.at(Level.INFO, "A", 1, "info"));
    model.accept(Lines.at(Level.DEBUG, "A", 1, "debug"));
    model.accept(Lines.at(Level.TRACE, "A", 1, "trace"));
    frames.all();
    assertThat(texts()).containsExactly("info");
    model.levelProperty().set(Level.DEBUG);
    assertThat(texts()).containsExactly("info", "debug");
    model.levelProperty().set(Level.TRACE);
    assertThat(texts()).containsExactly("info", "debug", "trace");
  }

  @Test
  void offersAllTheListenerAndEachPeerSeenByName() {
    model.accept(line("mr 2", "x"));
    model.accept(line("CT 1", "x"));
    model.accept(JournalLine.info(LineSource.LISTENER, Tone.PLAIN, "x"));
    model.accept(line("CT 1", "y"));
    frames.all();
    assertThat(model.sources())
        .extracting(SourceChoice::label)
        .containsExactly("all", "Listener", "CT 1", "mr 2");
  }

  @Test
  void aPeerNamedAllIsNotMistakenForAll() {
    model.accept(line("all", "x"));
    model.accept(line("CT 1", "y"));
    frames.all();
    model.sourceProperty().set(new SourceChoice(NamedPeer.of("all")));
    assertThat(texts()).containsExactly("x");
  }

  @Test
  void aPeerNamedListenerIsNotMistakenForTheListener() {
    model.accept(line("Listener", "of the peer"));
    model.accept(JournalLine.info(LineSource.LISTENER, Tone.PLAIN, "of the listener"));
    frames.all();
    assertThat(model.sources())
        .extracting(SourceChoice::label)
        .containsExactly("all", "Listener", "Listener");
    model.sourceProperty().set(new SourceChoice(NamedPeer.of("Listener")));
    assertThat(texts()).containsExactly("of the peer");
    model.sourceProperty().set(new SourceChoice(LineSource.LISTENER));
    assertThat(texts()).containsExactly("of the listener");
  }

  @Test
  void withdrawsPeersWhoseLinesAreAllGoneButNotTheOneChosen() {
    model.accept(line("A", "x"));
    model.accept(line("B", "x"));
    frames.all();
    model.sourceProperty().set(new SourceChoice(NamedPeer.of("B")));
    writeNumbers(1, 100);
    frames.all();
    assertThat(model.sources())
        .extracting(SourceChoice::label)
        .containsExactly("all", "Listener", "B", "Peer");
    model.sourceProperty().set(SourceChoice.ALL);
    assertThat(model.sources())
        .extracting(SourceChoice::label)
        .containsExactly("all", "Listener", "Peer");
  }

  @Test
  void clearForgetsLinesAndTheirCount() {
    writeNumbers(1, 150);
    frames.all();
    model.clear();
    assertThat(model.rows()).isEmpty();
    assertThat(model.droppedProperty().get()).isZero();
    assertThat(model.sources()).extracting(SourceChoice::label).containsExactly("all", "Listener");
    writeNumbers(1, 2);
    frames.all();
    assertThat(texts()).containsExactly("1", "2");
  }

  @Test
  void showCheckRevealsItsLinesAndEndsFollowing() {
    model.accept(Lines.at(Level.INFO, "A", 7, "a1"));
    model.accept(Lines.at(Level.INFO, "B", 8, "b1"));
    model.accept(Lines.at(Level.INFO, "A", 7, "a2"));
    frames.all();
    model.sourceProperty().set(new SourceChoice(NamedPeer.of("B")));

    model.checks().show(7);
    assertThat(model.sourceProperty().get()).isEqualTo(SourceChoice.ALL);
    assertThat(Objects.requireNonNull(model.revealProperty().get()).rows()).containsExactly(0, 2);
    assertThat(model.followProperty().get()).isFalse();
  }

  @Test
  void showCheckOfAnUnknownCheckChangesNothing() {
    model.accept(Lines.at(Level.INFO, "A", 7, "a1"));
    frames.all();
    model.checks().show(99);
    assertThat(model.revealProperty().get()).isNull();
    assertThat(model.followProperty().get()).isTrue();
  }

  @Test
  void textHasTimePeerMarkAndTextLineByLine() {
    writeNumbers(1, 2);
    frames.all();
    CompletableFuture<String> text = new CompletableFuture<>();
    model.text(model.rows(), text::complete);
    assertThat(text.join()).matches("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  Peer  [12]\\n){2}");
  }

  @Test
  void textOfManyLinesIsMadeElsewhereAndHandedOverAtAFrame() {
    ConsoleModel large = new ConsoleModel(frames);
    int count = Transcript.LINES_AT_ONCE + 1;
    IntStream.range(0, count).forEach(n -> large.accept(line("Peer", "" + n)));
    frames.all();
    CompletableFuture<String> text = new CompletableFuture<>();
    CompletableFuture<Thread> takenBy = new CompletableFuture<>();
    large.text(
        large.rows(),
        made -> {
          text.complete(made);
          takenBy.complete(Thread.currentThread());
        });
    assertThat(text).isNotDone();
    Awaitility.await().until(() -> frames.waiting() > 0);
    frames.all();
    assertThat(text.join().lines()).hasSize(count);
    assertThat(takenBy.join()).isSameAs(Thread.currentThread());
  }

  private static JournalLine at(int millis, long conversationId, String text) {
    return JournalLine.of(
        Instant.EPOCH.plusMillis(millis),
        NamedPeer.of("Peer"),
        conversationId,
        null,
        Level.INFO,
        Tone.PLAIN,
        () -> text);
  }

  @Test
  void whatIsToldOfLateGoesWhereItHappenedAndFoundStaysFound() {
    List.of(at(1, 1, "a1"), at(5, 1, "a5 hit"), at(9, 1, "a9 hit")).forEach(model);
    frames.all();
    model.finder().find("hit", 2);
    frames.all();
    assertThat(model.finder().number()).isEqualTo(2);
    List.of(at(8, 2, "b8"), at(3, 2, "b3 hit"), at(11, 2, "b11")).forEach(model);
    frames.all();
    assertThat(texts()).containsExactly("a1", "b3 hit", "a5 hit", "b8", "a9 hit", "b11");
    assertThat(model.kept()).isEqualTo(model.rows());
    assertThat(model.finder().count()).isEqualTo(3);
    model.checks().setFolded(2, true);
    assertThat(texts()).containsExactly("a1", "b3 hit", "a5 hit", "a9 hit");
    model.accept(at(7, 2, "b7"));
    frames.all();
    assertThat(texts()).as("folded").containsExactly("a1", "b3 hit", "a5 hit", "a9 hit");
    model.checks().setFolded(2, false);
    assertThat(texts()).containsExactly("a1", "b3 hit", "a5 hit", "b7", "b8", "a9 hit", "b11");
  }

  @Test
  void whatIsToldOfMuchTooLateStaysWhereItCame() {
    List.of(at(1, 1, "a"), at(10_000, 1, "b")).forEach(model);
    frames.all();
    model.accept(at(2, 2, "late"));
    frames.all();
    assertThat(texts()).containsExactly("a", "b", "late");
  }

  private void writeNumbers(int from, int to) {
    IntStream.rangeClosed(from, to).forEach(i -> model.accept(line("Peer", "" + i)));
  }

  private List<String> texts() {
    return model.rows().stream().map(JournalLine::text).toList();
  }

  private static JournalLine line(String source, String text) {
    return Lines.info(source, text);
  }
}
