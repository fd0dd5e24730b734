package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.realpeers.Caller.AE;

import java.util.stream.IntStream;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.AssociateRj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our check against the servers of Debian's DCMTK. */
class DcmtkTest {

  private final Caller caller = new Caller();

  @Test
  void storescpAnswersAndSaysWhatItIs() {
    try (RealPeer storescp = DcmtkServer.storescp("--max-pdu", "32768")) {
      CheckResult result = caller.check(storescp.port(), "ANY-SCP");

      assertThat(result.cause()).as(storescp::log).isNull();
      assertThat(result.echoStatus()).isZero();
      assertThat(result.stage(CheckStage.RELEASE).state()).isEqualTo(StageState.OK);
      assertThat(result.negotiated()).isNotNull();
      assertThat(result.negotiated().implementationVersionName()).startsWith("OFFIS_DCMTK_");
      assertThat(result.negotiated().maxPduLength()).isEqualTo(32_768);
      assertThat(result.warning(Warning.Code.NONSTANDARD_REPLY)).isEmpty();
    }
  }

  @Test
  void itsDelayedAcknowledgementStallIsSeen() {
    try (RealPeer storescp = DcmtkServer.storescp()) {
      CheckResult result = caller.check(storescp.port(), "ANY-SCP");

      assertThat(result.isSuccess()).as(storescp::log).isTrue();
      assertThat(result.warning(Warning.Code.DELAYED_ACK_STALL)).isPresent();

      CheckResult later = caller.check(storescp.port(), "ANY-SCP");

      assertThat(later.warning(Warning.Code.DELAYED_ACK_STALL)).isPresent();
    }
  }

  /** It sends its reply in pieces too, and does not wait for us between them. */
  @Test
  void storescpThatSendsWithoutDelayShowsNoStall() {
    try (RealPeer storescp = DcmtkServer.storescpWithNoDelay()) {
      long stalls =
          IntStream.range(0, 20)
              .mapToObj(i -> new Caller().check(storescp.port(), "ANY-SCP"))
              .filter(result -> result.warning(Warning.Code.DELAYED_ACK_STALL).isPresent())
              .count();

      // A busy computer may stop the peer between the pieces now and then.
      assertThat(stalls).as(storescp::log).isLessThan(5);
    }
  }

  @Test
  void refusingStorescpGivesNoReason() {
    try (RealPeer storescp = DcmtkServer.storescp("--refuse")) {
      CheckResult result = caller.check(storescp.port(), "ANY-SCP");

      assertThat(result.cause()).as(storescp::log).isEqualTo(Cause.REJECTED_NO_REASON);
      assertThat(result.reject()).isEqualTo(new AssociateRj(1, 1, 1));
      assertThat(result.endedBy()).isEqualTo(EndedBy.PEER_REJECTION);
    }
  }

  @Test
  void storescpThatRefusesCallersWithoutImplementationClassUidTakesOurs() {
    try (RealPeer storescp = DcmtkServer.storescp("--reject")) {
      assertThat(caller.check(storescp.port(), "ANY-SCP").isSuccess()).as(storescp::log).isTrue();
    }
  }

  /** Both concern C-STORE alone, whatever their names promise. */
  @ParameterizedTest
  @ValueSource(strings = {"--abort-after", "--abort-during"})
  void storescpThatAbortsStoragesStillAnswersEchoes(String option) {
    try (RealPeer storescp = DcmtkServer.storescp(option)) {
      assertThat(caller.check(storescp.port(), "ANY-SCP").isSuccess()).as(storescp::log).isTrue();
    }
  }

  @Test
  void dcmqrscpAnswersACallerThatItsHostTableNames() {
    try (RealPeer dcmqrscp = DcmtkServer.dcmqrscp(AE)) {
      CheckResult result = caller.check(dcmqrscp.port(), DcmtkServer.DCMQRSCP_AE);

      assertThat(result.cause()).as(dcmqrscp::log).isNull();
      assertThat(result.isSuccess()).isTrue();
    }
  }

  /** dcmqrscp blames the called AE title where the calling one is unknown. */
  @Test
  void dcmqrscpRejectsTheCalledAeOfACallerThatItsHostTableDoesNotName() {
    try (RealPeer dcmqrscp = DcmtkServer.dcmqrscp()) {
      CheckResult result = caller.check(dcmqrscp.port(), DcmtkServer.DCMQRSCP_AE);

      assertThat(result.cause()).as(dcmqrscp::log).isEqualTo(Cause.REJECTED_CALLED_AE);
      assertThat(result.reject()).isEqualTo(new AssociateRj(1, 1, 7));
      assertThat(String.join(" ", result.advice())).contains(AE);
    }
  }

  @Test
  void dcmqrscpRejectsAnAeThatItsTableDoesNotName() {
    try (RealPeer dcmqrscp = DcmtkServer.dcmqrscp(AE)) {
      CheckResult result = caller.check(dcmqrscp.port(), "ELSEWHERE");

      assertThat(result.cause()).as(dcmqrscp::log).isEqualTo(Cause.REJECTED_CALLED_AE);
      assertThat(result.reject()).isEqualTo(new AssociateRj(1, 1, 7));
    }
  }
}
