package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.LineFormat;
import org.echolot.journal.NamedPeer;
import org.junit.jupiter.api.Test;

class LineTimesTest {

  private static final Instant BEGAN = Instant.parse("2026-11-25T10:15:30.123456Z");

  private final Frames frames = new Frames();
  private final ConsoleModel model = new ConsoleModel(frames, 10);
  private final JournalLine first = line(BEGAN, 1);
  private final JournalLine later = line(BEGAN.plusNanos(1_234_567), 1);
  private final JournalLine ofNoCheck = line(BEGAN.plusSeconds(1), 0);

  private void writeAll() {
    List.of(first, later, ofNoCheck).forEach(model);
    frames.all();
  }

  @Test
  void timesAreOfThisComputerUnlessTheUserChose() {
    writeAll();
    assertThat(model.time(first)).isEqualTo(LineFormat.time(first)).hasSize(12);
  }

  @Test
  void utcIsToldByItsLetter() {
    writeAll();
    model.timesProperty().set(TimeStyle.UTC);
    assertThat(model.time(first)).isEqualTo("10:15:30.123Z");
    assertThat(text(first)).isEqualTo("10:15:30.123Z  Peer  said\n");
  }

  @Test
  void theTimeSinceTheCheckBeganIsInMilliseconds() {
    writeAll();
    model.timesProperty().set(TimeStyle.SINCE_CHECK_BEGAN);
    assertThat(model.time(first)).isEqualTo("      +0.000 ms");
    assertThat(model.time(later)).isEqualTo("      +1.235 ms");
    assertThat(model.time(ofNoCheck)).isEqualTo(LineFormat.time(ofNoCheck));
  }

  @Test
  void itIsKnownThoughTheFirstLineWasDropped() {
    writeAll();
    for (int i = 0; i < 8; i++) {
      model.accept(line(BEGAN, 2));
    }
    frames.all();
    assertThat(model.kept()).doesNotContain(first).contains(later);
    model.timesProperty().set(TimeStyle.SINCE_CHECK_BEGAN);
    assertThat(model.time(later)).isEqualTo("      +1.235 ms");
  }

  @Test
  void textElsewhereHasTheTimeOfDayAsWell() {
    writeAll();
    model.timesProperty().set(TimeStyle.SINCE_CHECK_BEGAN);
    assertThat(text(later)).isEqualTo(LineFormat.time(later) + "       +1.235 ms  Peer  said\n");
    assertThat(text(ofNoCheck))
        .as("aligned")
        .isEqualTo(LineFormat.time(ofNoCheck) + " ".repeat(18) + "Peer  said\n");
  }

  private String text(JournalLine line) {
    List<String> texts = new ArrayList<>();
    model.text(List.of(line), texts::add);
    return texts.getFirst();
  }

  private static JournalLine line(Instant at, long conversationId) {
    return JournalLine.of(
        at, NamedPeer.of("Peer"), conversationId, null, Level.INFO, Tone.PLAIN, () -> "said");
  }
}
