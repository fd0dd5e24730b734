package org.echolot.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.report.LadderText;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;

class ResultTextTest {

  private static final CheckRequest REQUEST = Results.request("CT 1");
  private static final CheckResult SUCCESS = Results.success(REQUEST, Duration.ofMillis(1));
  private static final CheckResult REJECTED = Results.rejected(REQUEST);

  private static Map<String, String> facts(CheckResult result) {
    return ResultText.association(result).stream()
        .collect(Collectors.toMap(ResultText.Fact::name, ResultText.Fact::value));
  }

  @Test
  void theHeadlineSaysItInAFewWords() {
    assertThat(ResultText.headline(SUCCESS)).startsWith("C-ECHO successful · ");
    assertThat(ResultText.headline(REJECTED)).isEqualTo("Called AE title not recognized");
    assertThat(ResultText.headline(Results.stopped(REQUEST))).isEqualTo("Stopped");
  }

  /** One that was sent is not missing. */
  @Test
  void theHeadlineOfACertificateSaysWhichOfBothItIs() {
    CheckResult refused = Results.certificateRefused(REQUEST);

    assertThat(ResultText.headline(refused)).isEqualTo("Client certificate refused");
    assertThat(ResultText.summary(refused)).isEqualTo("The peer says that it was revoked.");
  }

  @Test
  void theSummaryDoesNotSayAgainWhatTheHeadlineSaid() {
    assertThat(ResultText.summary(REJECTED))
        .isEqualTo("The peer does not recognize \"CT1\" as one of its AE titles.");
    assertThat(ResultText.summary(SUCCESS)).isEqualTo("The peer answered the echo.");
    assertThat(ResultText.summary(Results.refused(REQUEST)))
        .isEqualTo("Connection refused by 10.1.2.3.");
  }

  @Test
  void onlyAFailureIsSomebodysMove() {
    assertThat(ResultText.move(REJECTED)).isEqualTo("Our move");
    assertThat(ResultText.move(SUCCESS)).isEmpty();
    assertThat(ResultText.move(Results.stopped(REQUEST))).isEmpty();
  }

  @Test
  void itIsAlwaysSaidWhoEndedIt() {
    assertThat(ResultText.whoEnded(REJECTED))
        .isEqualTo("Ended by: the peer, by rejecting the association");
    assertThat(ResultText.whoEnded(Results.stopped(REQUEST))).isEqualTo("Ended by: the user");
  }

  @Test
  void stagesHaveMarksOfTheirOwnAndSkippedOnesNoTime() {
    assertThat(Stream.of(StageState.values()).map(state -> LadderText.mark(state, Outcome.FAILURE)))
        .doesNotHaveDuplicates();
    assertThat(LadderText.mark(StageState.FAILED, Outcome.CANCELLED)).isEqualTo("■");
    assertThat(ResultText.time(StageResult.skipped(CheckStage.TLS, ""))).isEmpty();
    assertThat(
            ResultText.time(
                new StageResult(CheckStage.ECHO, StageState.OK, Duration.ofNanos(420_000), "")))
        .isEqualTo("0.42 ms");
  }

  @Test
  void theAssociationOfASuccessTellsWhatWasNegotiated() {
    assertThat(facts(SUCCESS))
        .containsEntry("Calling AE title", "\"ECHOLOT\"")
        .containsEntry("Called AE title", "\"CT1\"")
        .containsEntry("Our address", "127.0.0.1:50000")
        .containsEntry("Peer's address", "127.0.0.1:104")
        .containsEntry("Implementation", "PEER_1")
        .containsEntry("Implementation class UID", "1.2.3")
        .containsEntry("Max PDU length", "16384 bytes")
        .containsEntry("Verification service", "accepted")
        .containsEntry("C-ECHO-RSP status", "0000H (Success)")
        .containsEntry("Started", "2026-11-23 10:15:30.123 +01:00")
        .containsEntry("Took", "4.00 ms")
        .containsEntry("Engine", "held")
        .doesNotContainKey("Rejected, result");
    assertThat(facts(SUCCESS).get("Transfer syntax")).contains("1.2.840.10008.1.2");
  }

  @Test
  void theAssociationOfARejectionTellsTheThreeNumbers() {
    assertThat(facts(REJECTED))
        .containsEntry("Our address", "no connection")
        .doesNotContainKey("Implementation")
        .doesNotContainKey("C-ECHO-RSP status");
    assertThat(facts(REJECTED).get("Rejected, result")).startsWith("1 (");
    assertThat(facts(REJECTED).get("Rejected, source")).startsWith("1 (");
    assertThat(facts(REJECTED).get("Rejected, reason")).startsWith("7 (");
  }
}
