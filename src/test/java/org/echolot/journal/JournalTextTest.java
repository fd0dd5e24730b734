package org.echolot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.pdu.Octets;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.text.Escapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTextTest {

  @Test
  void escapesWhatWouldTurnALineOrMoveTheCursor() {
    assertThat(Escapes.oneLine("a\r\nb\t\u001B[31m\u202Ec\u2028"))
        .isEqualTo("a\\x0D\\x0Ab\\x09\\x1B[31m\\u202Ec\\u2028");
  }

  @Test
  void escapesLoneSurrogatesAndKeepsPairs() {
    assertThat(Escapes.oneLine("\uD83D\uDE00 \uD83D")).isEqualTo("\uD83D\uDE00 \\uD83D");
  }

  @Test
  void keepsPlainTextInAnyScript() {
    assertThat(Escapes.oneLine("Röntgen → 放射線")).isEqualTo("Röntgen → 放射線");
  }

  @ParameterizedTest
  @CsvSource({"PLAIN,''", "GOOD,'✓ '", "WARNING,'⚠ '", "BAD,'✗ '"})
  void aLineHasTimePeerMarkAndText(Tone tone, String mark) {
    JournalLine line =
        JournalLine.of(
            Instant.parse("2026-11-25T10:15:30.123456Z"),
            NamedPeer.of("CT\n1"),
            1,
            null,
            Level.INFO,
            tone,
            () -> "said\n");
    assertThat(LineFormat.text(line))
        .matches("\\d\\d:\\d\\d:30\\.123  CT\\\\x0A1  " + mark + "said\\\\x0A");
  }

  @Test
  void aLineThatAPeerMadeVeryLongIsCut() {
    List<JournalLine> lines = new ArrayList<>();
    Journal journal = new Journal();
    journal.addReader(lines::add);
    new AssociationNarrator(new StoryWriter(journal, NamedPeer.of("Peer"), 0))
        .told(new UnreadableReceived(Octets.EMPTY, "x".repeat(60_000), Instant.EPOCH));
    assertThat(lines.getFirst().text()).hasSizeLessThan(600).endsWith(" more characters");
  }
}
