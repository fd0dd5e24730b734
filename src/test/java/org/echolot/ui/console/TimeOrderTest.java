package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.NamedPeer;
import org.junit.jupiter.api.Test;

/** What happened first stands first, though it is told of later. */
class TimeOrderTest {

  private static final Instant START = Instant.parse("2026-11-28T08:00:00Z");

  private Instant now = START;
  private final TimeOrder order = new TimeOrder(Duration.ofMillis(100), () -> now);

  private static JournalLine line(int millis, String text) {
    return JournalLine.of(
        START.plusMillis(millis),
        NamedPeer.of("Peer"),
        1,
        null,
        Level.INFO,
        Tone.PLAIN,
        () -> text);
  }

  private void at(int millis) {
    now = START.plusMillis(millis);
  }

  private List<String> due() {
    return due(Integer.MAX_VALUE);
  }

  private List<String> due(int most) {
    return order.due(most).stream().map(JournalLine::text).toList();
  }

  @Test
  void whatWasSentStandsBeforeWhatItCaused() {
    at(20);
    order.add(List.of(line(11, "received"), line(12, "answered")));
    assertThat(due()).as("others may come").isEmpty();
    at(70);
    order.add(List.of(line(10, "sent"), line(13, "answer came")));
    at(113);
    assertThat(due()).containsExactly("sent", "received", "answered", "answer came");
    assertThat(order.isEmpty()).isTrue();
  }

  @Test
  void linesOfOneMomentStayAsTheyWereTold() {
    order.add(List.of(line(0, "a"), line(0, "b")));
    order.add(List.of(line(0, "c")));
    at(100);
    assertThat(due()).containsExactly("a", "b", "c");
  }

  @Test
  void noLineWaitsLongerThanTheWindow() {
    at(40);
    order.add(List.of(line(40, "now"), line(10, "told late")));
    at(110);
    assertThat(due()).containsExactly("told late");
    at(139);
    assertThat(due()).isEmpty();
    at(140);
    assertThat(due()).containsExactly("now");
  }

  @Test
  void whatIsToldMuchLaterFollowsAtOnce() {
    at(500);
    order.add(List.of(line(1, "old")));
    assertThat(due()).containsExactly("old");
  }

  @Test
  void ofManyTheOldestComeFirstAndTheOthersNextTime() {
    at(500);
    order.add(List.of(line(3, "c"), line(1, "a"), line(2, "b")));
    assertThat(due(2)).containsExactly("a", "b");
    assertThat(due(2)).containsExactly("c");
  }

  @Test
  void aClockThatIsSetHoldsNothingBack() {
    order.add(List.of(line(3_600_000, "from the future")));
    at(100);
    assertThat(due()).containsExactly("from the future");
    order.add(List.of(line(100, "before it was set back")));
    at(-3_600_000);
    assertThat(due()).containsExactly("before it was set back");
  }

  @Test
  void withTooManyLinesTheOldestWaitNoLonger() {
    order.add(IntStream.range(0, TimeOrder.MOST + 3).mapToObj(i -> line(0, "" + i)).toList());
    assertThat(due()).containsExactly("0", "1", "2");
    assertThat(order.all()).hasSize(TimeOrder.MOST);
  }
}
