package org.echolot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.pdu.MalformedPduException;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.UserIdentityRedaction;
import org.echolot.journal.AssociationNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.LineSource;
import org.echolot.journal.StoryWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the largest PDUs cost, whatever they are full of. */
class LargestPdusTest {

  /** Many times what it takes on a machine that has nothing else to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int MAX_LINES = 6_000;

  static Stream<Map.Entry<String, Octets>> all() {
    return LargestPdus.all().entrySet().stream();
  }

  private static void readAndTell(Octets bytes, AssociationNarrator narrator) {
    try {
      PduDecoder.Decoded decoded = PduDecoder.decode(bytes);
      UserIdentityRedaction.Shown shown = UserIdentityRedaction.shown(decoded.pdu(), bytes);
      narrator.told(
          new PduReceived(
              shown.pdu(),
              shown.bytes(),
              UserIdentityRedaction.shown(decoded.deviations(), bytes),
              Instant.EPOCH));
    } catch (MalformedPduException fault) {
      narrator.told(
          new UnreadableReceived(
              UserIdentityRedaction.shownOfUnreadable(bytes),
              UserIdentityRedaction.shown(fault, bytes).description(),
              Instant.EPOCH));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void isReadAndToldInTimeAndInSoManyLines(Map.Entry<String, Octets> pdu) {
    AtomicLong lines = new AtomicLong();
    AtomicLong characters = new AtomicLong();
    Journal journal = new Journal();
    journal.addReader(
        line -> {
          lines.incrementAndGet();
          characters.addAndGet(line.text().length());
        });
    long start = System.nanoTime();

    readAndTell(
        pdu.getValue(), new AssociationNarrator(new StoryWriter(journal, LineSource.LISTENER, 1)));

    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(took).isLessThan(PATIENCE);
    assertThat(lines.get()).isLessThan(MAX_LINES);
    assertThat(characters.get()).isLessThan(1_000_000);
  }
}
