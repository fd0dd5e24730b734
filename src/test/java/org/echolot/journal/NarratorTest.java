package org.echolot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.Stopped;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
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
            "Association accepted by ECHOLOT_0_1 (max PDU length 16384)",
            "Sent C-ECHO-RQ (message ID 1)",
            "Received C-ECHO-RSP: 0000H (Success)",
            "Releasing association",
            "Association released");
    assertThat(lines.getLast().tone()).isEqualTo(Tone.GOOD);
    assertThat(lines.getLast().text())
        .startsWith("The peer answered the C-ECHO with Success; the check took ");
  }

  /** What came, and then what it means. */
  @Test
  void aPduIsToldBeforeWhatItMeans() throws Exception {
    check("ANSWERER");
    assertThat(
            lines.stream()
                .filter(line -> line.level() != Level.TRACE)
                .map(JournalLine::text)
                .toList())
        .containsSubsequence(
            "Requesting association: ECHOLOT → ANSWERER",
            "→ A-ASSOCIATE-RQ sent, 218 + 6 bytes of header",
            "← A-ASSOCIATE-AC received, 197 + 6 bytes of header",
            "Association accepted by ECHOLOT_0_1 (max PDU length 16384)",
            "→ P-DATA-TF sent, 74 + 6 bytes of header",
            "Sent C-ECHO-RQ (message ID 1)",
            "← P-DATA-TF received, 84 + 6 bytes of header",
            "Received C-ECHO-RSP: 0000H (Success)",
            "← A-RELEASE-RP received, 4 + 6 bytes of header",
            "Association released");
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

  /** Compared by hand with {@code echoscu -d} 3.6.7 against storescp 3.6.7 and Orthanc 1.10.1. */
  @Test
  void debugHasWhatEchoscuPrintsOfRequestAndReplyBesidesTheParameters() throws Exception {
    check("ANSWERER");
    assertThat(texts(Level.DEBUG))
        .containsSubsequence(
            // "setting network send timeout to 60 seconds", and the one for receiving
            "Timeouts: lookup 11 s, connect 5 s, associate 10 s, echo 10 s, release 3 s",
            // "Constructing Associate RQ PDU"
            "→ A-ASSOCIATE-RQ sent, 218 + 6 bytes of header",
            // "PDU Type: Associate Accept, PDU Length: 184 + 6 bytes PDU header"
            "← A-ASSOCIATE-AC received, 197 + 6 bytes of header",
            // its bytes
            "  0         02                       .         PDU type: 02H A-ASSOCIATE-AC"
                + "  PS3.8 9.3.1",
            // "DcmDataset::read() TransferSyntax="Little Endian Implicit""
            "Command set in presentation context 1, always in Implicit VR Little Endian:");
    // "Association Accepted (Max Send PDV: 16372)", which counts the PDU's header as well
    assertThat(texts(Level.DEBUG)).contains("Max Send PDV:                16378");
  }

  @Test
  void traceHasEachPduAnnotatedOnceInBothDirections() throws Exception {
    check("ANSWERER");
    List<String> all = lines.stream().map(JournalLine::text).toList();
    assertThat(all)
        .containsSubsequence(
            "→ A-ASSOCIATE-RQ sent, 218 + 6 bytes of header",
            "  10–25     41 4E 53 57 45 52 45 52  ANSWERER  Called AE title \"ANSWERER\""
                + "  PS3.8 9.3.2",
            "← A-ASSOCIATE-AC received, 197 + 6 bytes of header",
            "→ P-DATA-TF sent, 74 + 6 bytes of header",
            "  58–59     30 00                    0.            Command Field: 0030H (C-ECHO-RQ)"
                + "  PS3.7 E.1",
            "← P-DATA-TF received, 84 + 6 bytes of header",
            "  88–89     00 00                    ..            Status: 0000H (Success)"
                + "  PS3.7 E.1",
            "→ A-RELEASE-RQ sent, 4 + 6 bytes of header",
            "← A-RELEASE-RP received, 4 + 6 bytes of header");
    assertThat(all)
        .filteredOn(text -> text.contains("P-DATA-TF") && text.contains("sent"))
        .hasSize(1);
  }

  @Test
  void aStopIsNoFailure() {
    Journal journal = new Journal();
    journal.addReader(lines::add);
    CheckNarrator narrator = new CheckNarrator(journal, NamedPeer.of("Peer"), 17);
    narrator.told(new Stopped(CheckStage.ASSOCIATE, Instant.EPOCH));
    narrator.told(
        new StageEnded(
            new StageResult(CheckStage.ASSOCIATE, StageState.FAILED, Duration.ZERO, "stopped"),
            Instant.EPOCH));
    assertThat(lines).extracting(JournalLine::tone).containsExactly(Tone.WARNING);
  }

  @Test
  void allLinesCarryTheConversationAndThePeer() throws Exception {
    check("ANSWERER");
    assertThat(lines).allSatisfy(line -> assertThat(line.conversationId()).isEqualTo(17));
    assertThat(lines).allSatisfy(line -> assertThat(line.source()).isEqualTo(NamedPeer.of("Peer")));
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
          .check(request, new CheckNarrator(journal, NamedPeer.of("Peer"), 17), new StopSignal());
    }
  }

  private List<String> texts(Level level) {
    return lines.stream().filter(line -> line.level() == level).map(JournalLine::text).toList();
  }
}
