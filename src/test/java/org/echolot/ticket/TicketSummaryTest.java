package org.echolot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.echolot.capture.Recording;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One ticket on several peers begins with what was found of how many, and whose move it is. */
class TicketSummaryTest {

  private static Evidence evidence(CheckResult result) {
    return new Evidence(result, Recording.EMPTY, null);
  }

  private static List<Evidence> three() {
    return Stream.of(
            TicketsTest.aborted("CT 1", "CT1"),
            CheckResult.cancelledBeforeItBegan(
                CheckRequest.of("MR 2", new AeTitle("MR2"), new AeTitle("ME"), "mr", 105),
                "echolot"),
            TicketsTest.aborted("CT 2", "CT2"))
        .map(TicketSummaryTest::evidence)
        .toList();
  }

  private static List<String> summary(
      List<Evidence> several, TicketFormat format, @Nullable Disguise hidden) {
    String text = Tickets.of(several, format, hidden);
    return text.substring(0, text.indexOf(Tickets.between(format))).lines().toList();
  }

  @Test
  void thoseThatEndedAlikeStandTogetherTheFailingFirst() {
    List<String> lines = Tickets.of(three(), TicketFormat.TEXT, null).lines().limit(7).toList();
    assertThat(lines)
        .containsExactly(
            "DICOM C-ECHO to 3 peers: 2 failed, 1 stopped",
            "The findings by cause; the ticket on each peer is below.",
            "",
            "    2 × Aborted by the peer. Whose move: the administrator of each peer",
            "        CT 1 (CT1@pacs:104), CT 2 (CT2@pacs:104)",
            "    1 × stopped",
            "        MR 2 (MR2@mr:105)");
  }

  @Test
  void eachTicketFollows() {
    String text = Tickets.of(three(), TicketFormat.TEXT, null);
    assertThat(text.split(java.util.regex.Pattern.quote(Tickets.between(TicketFormat.TEXT)), -1))
        .hasSize(4);
    assertThat(text).contains("DICOM C-ECHO to \"CT 2\" failed");
    assertThat(Tickets.of(three().subList(0, 1), TicketFormat.TEXT, null))
        .as("one peer needs no summary")
        .startsWith("DICOM C-ECHO to \"CT 1\" failed");
  }

  @Test
  void hiddenNamesAreHiddenInTheSummaryTooAndTheSameThere() {
    List<String> lines = summary(three(), TicketFormat.MARKDOWN, new Disguise());
    String text = Tickets.of(three(), TicketFormat.MARKDOWN, new Disguise());
    assertThat(text).doesNotContain("CT 1", "CT1", "pacs", "MR2");
    assertThat(lines)
        .anyMatch(line -> line.contains("PEER-1 (AE-1@HOST-1:104), PEER-3 (AE-4@HOST-1:104)"));
    assertThat(text).contains("DICOM C-ECHO to \"PEER-3\" failed");
  }

  @Test
  void manyNamesAreBrokenBetweenThem() {
    List<Evidence> many =
        IntStream.range(0, 50)
            .mapToObj(i -> evidence(TicketsTest.aborted("Modality " + i, "M" + i)))
            .toList();
    List<String> lines = summary(many, TicketFormat.TEXT, null);
    assertThat(lines).hasSizeGreaterThan(15);
    assertThat(lines).allMatch(line -> line.length() < 120);
  }
}
