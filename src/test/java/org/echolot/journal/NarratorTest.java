package org.echolot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.OwnEngine;
import org.echolot.dicom.association.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.junit.jupiter.api.Test;

/** What a person reads of real checks of our own listener. */
class NarratorTest {

  private final List<JournalLine> lines = new CopyOnWriteArrayList<>();

  @Test
  void infoTellsAGoodCheckInTheWordsOfTheField() throws Exception {
    check("ANSWERER");
    assertThat(texts(Level.INFO))
        .containsSubsequence(
            "Requesting association: ECHOLOT → ANSWERER",
            "Association accepted by ECHOLOT_0_1 (max PDU 16384)",
            "Sending C-ECHO-RQ (message ID 1)",
            "Received C-ECHO-RSP: 0000H Success",
            "Releasing association",
            "Association released");
    assertThat(lines.getLast().tone()).isEqualTo(Tone.GOOD);
    assertThat(lines.getLast().text()).startsWith("The peer answered the C-ECHO with Success in ");
  }

  @Test
  void infoTellsARejectionWithItsThreeNumbers() throws Exception {
    check("SOMEBODY_ELSE");
    assertThat(texts(Level.INFO))
        .contains(
            "Association rejected: result 1 (rejected-permanent), source 1 (service-user),"
                + " reason 7 (called-AE-title-not-recognized)");
    assertThat(lines.getLast().tone()).isEqualTo(Tone.BAD);
    assertThat(lines.getLast().text()).contains("[ASSOCIATE REJECTED_CALLED_AE]");
  }

  @Test
  void debugHasEachFieldThatEchoscuPrintsWithTheNumbers() throws Exception {
    check("ANSWERER");
    assertThat(texts(Level.DEBUG))
        .containsSubsequence(
            "====== BEGIN A-ASSOCIATE-RQ ======",
            "Protocol Version:            1",
            "Implementation Class UID:    2.25.219133610004180510604582983408145095370",
            "Implementation Version Name: ECHOLOT_0_1",
            "Application Context Name:    1.2.840.10008.3.1.1.1 (DICOM Application Context)",
            "Max PDU Receive Size:        16384",
            "Calling Application Name:    \"ECHOLOT\"",
            "Called Application Name:     \"ANSWERER\"",
            "Presentation Contexts:",
            "  Context ID:        1 (Proposed)",
            "    Abstract Syntax: 1.2.840.10008.1.1 (Verification)",
            "    Proposed SCU/SCP Role: default",
            "    Proposed Transfer Syntax(es):",
            "      1.2.840.10008.1.2 (Implicit VR Little Endian)",
            "Extended Negotiation:        none",
            "User Identity:               none",
            "======= END A-ASSOCIATE-RQ =======",
            "====== BEGIN A-ASSOCIATE-AC ======",
            "Responding Application Name: \"ANSWERER\"",
            "  Context ID:        1 (result 0, acceptance)",
            "    Abstract Syntax: 1.2.840.10008.1.1 (Verification)",
            "    Accepted SCU/SCP Role: default",
            "    Accepted Transfer Syntax: 1.2.840.10008.1.2 (Implicit VR Little Endian)",
            "User Identity Response:      none",
            "======= END A-ASSOCIATE-AC =======",
            "  (0000,0100) Command Field: 0030H",
            "  (0000,0900) Status: 0000H");
  }

  @Test
  void traceHasEachPduInHex() throws Exception {
    check("ANSWERER");
    assertThat(texts(Level.TRACE))
        .containsSubsequence(
            "→ A-ASSOCIATE-RQ sent, 224 bytes",
            "  000000  01 00 00 00 00 DA 00 01  00 00 41 4E 53 57 45 52  ..........ANSWER",
            "→ A-RELEASE-RQ sent, 10 bytes",
            "  000000  05 00 00 00 00 04 00 00  00 00                    ..........",
            "← A-RELEASE-RP received, 10 bytes");
  }

  @Test
  void allLinesCarryTheCheckAndThePeer() throws Exception {
    check("ANSWERER");
    assertThat(lines).allSatisfy(line -> assertThat(line.checkId()).isEqualTo(17));
    assertThat(lines).allSatisfy(line -> assertThat(line.source()).isEqualTo("Peer"));
  }

  private CheckResult check(String calledAe) throws Exception {
    Journal journal = new Journal();
    journal.addReader(lines::add);
    ListenerOptions options = ListenerOptions.onLoopback(new AeTitle("ANSWERER"), 0);
    try (VerificationScp scp = VerificationScp.start(options, new Journal())) {
      CheckRequest request =
          CheckRequest.of(
              "Peer",
              new AeTitle(calledAe),
              new AeTitle("ECHOLOT"),
              InetAddress.getLoopbackAddress().getHostAddress(),
              scp.address().getPort());
      return new OwnEngine()
          .check(request, new CheckNarrator(journal, 17, "Peer"), new StopSignal());
    }
  }

  private List<String> texts(Level level) {
    return lines.stream().filter(line -> line.level() == level).map(JournalLine::text).toList();
  }
}
