package org.echolot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.Outcome;
import org.echolot.check.Stage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.junit.jupiter.api.Test;

class TicketTextTest {

  private static CheckResult aborted(String name, String calledAe) {
    return new CheckResult(
        CheckRequest.of(name, new AeTitle(calledAe), new AeTitle("ME"), "pacs", 104),
        "echolot",
        OffsetDateTime.parse("2026-11-23T10:15:30.123+01:00"),
        Outcome.FAILURE,
        Stage.ECHO,
        Cause.ABORTED,
        "The peer aborted",
        Move.PEER_ADMINISTRATOR,
        EndedBy.PEER_ABORT,
        List.of("Look at its log", "Ask its vendor"),
        List.of(new Warning(Warning.Code.SLOW_PEER, "It took long.")),
        Duration.ofMillis(12),
        Stream.of(Stage.values())
            .map(
                s ->
                    s == Stage.ECHO
                        ? new StageResult(s, StageState.FAILED, Duration.ofMillis(7), "A-ABORT")
                        : StageResult.skipped(s, ""))
            .toList(),
        null,
        new Abort(2, 6),
        null,
        new Negotiated("1.2.3", "PACS_1", 16_384L, "1.2.840.10008.1.2", 0),
        null,
        null,
        new InetSocketAddress("10.1.9.8", 50_000),
        new InetSocketAddress("10.1.2.3", 104));
  }

  private static JournalLine line(Level level, String text) {
    return JournalLine.of(Instant.EPOCH, "PACS", 1, null, level, Tone.PLAIN, () -> text);
  }

  @Test
  void tellsAllThatTheOtherSideNeeds() {
    assertThat(TicketText.of(aborted("Main PACS", "PACS"), List.of()).lines())
        .contains(
            "DICOM C-ECHO to \"Main PACS\" failed",
            "The peer aborted.",
            "  Whose move:          The other side's administrator's",
            "  What to do:          1. Look at its log",
            "                       2. Ask its vendor",
            "  Called AE title:     \"PACS\"",
            "  Calling AE title:    \"ME\"",
            "  Host and port:       pacs:104",
            "  Peer's address:      10.1.2.3:104",
            "  Our address:         10.1.9.8:50000",
            "  Began (local time):  2026-11-23 10:15:30.123 +01:00",
            "  Began (UTC):         2026-11-23 09:15:30.123 +00:00",
            "  Ended because:       the peer aborted",
            "  Cause:               ABORTED at ECHO",
            "  ✗ Echo        7.00 ms  A-ABORT",
            "  Implementation:      PACS_1, 1.2.3",
            "  Max PDU length:      16384",
            "  Verification:        context result 0 (accepted)",
            "  Echo took:           7.00 ms",
            "  SLOW_PEER: It took long.")
        .anyMatch(
            l -> l.startsWith("  A-ABORT:") && l.contains("source 2") && l.contains("reason 6"))
        .anyMatch(l -> l.startsWith("Echolot " + About.VERSION) && l.contains("Java"));
  }

  @Test
  void anOddTitleIsShownWithItsBytes() {
    assertThat(TicketText.of(aborted("x", "A  B"), List.of()))
        .contains("\"A  B\"  [41 20 20 42 20");
  }

  @Test
  void theLogIsWithoutTracesAndBounded() {
    List<JournalLine> log =
        IntStream.range(0, 1_000).mapToObj(i -> line(Level.DEBUG, "number " + i + ".")).toList();
    String ticket =
        TicketText.of(
            aborted("x", "A"),
            Stream.concat(Stream.of(line(Level.TRACE, "in hex")), log.stream()).toList());

    assertThat(ticket)
        .contains("number 0.", "number 99.", "… 800 lines left out …", "number 900.", "number 999.")
        .doesNotContain("number 100.", "number 899.", "in hex");
  }

  @Test
  void nothingThatCameFromElsewhereMovesACursorOrMakesALine() {
    String ticket = TicketText.of(aborted("evil\u001b[2J\nline\u202e", "A"), List.of());

    assertThat(ticket).contains("evil\\x1B[2J\\x0Aline\\u202E").doesNotContain("\u001b", "\u202e");
  }

  @Test
  void aCheckThatNeverBeganHasATicketToo() {
    CheckRequest request = CheckRequest.of("x", new AeTitle("A"), new AeTitle("B"), "h", 1);
    assertThat(TicketText.of(CheckResult.cancelledBeforeItBegan(request, "echolot"), List.of()))
        .startsWith("DICOM C-ECHO to \"x\" was stopped\nStopped by the user before it began.\n")
        .contains("no connection was made")
        .doesNotContain("What the peer said");
  }
}
