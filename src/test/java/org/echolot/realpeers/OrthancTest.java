package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.realpeers.Caller.AE;

import java.util.stream.IntStream;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Negotiated;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.Uids;
import org.junit.jupiter.api.Test;

/** Our check against Debian's Orthanc. */
class OrthancTest {

  private final Caller caller = new Caller();

  @Test
  void plainOrthancAnswersAndSaysWhatItIs() {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      CheckResult result = caller.check(orthanc.port(), OrthancServer.AE);

      assertThat(result.cause()).as(orthanc::log).isNull();
      assertThat(result.isSuccess()).isTrue();
      assertThat(result.echoStatus()).isZero();
      assertThat(result.endedBy()).isEqualTo(EndedBy.OUR_RELEASE);
      assertThat(result.stage(CheckStage.RELEASE).state()).isEqualTo(StageState.OK);
      Negotiated negotiated = result.negotiated();
      assertThat(negotiated).isNotNull();
      assertThat(negotiated.implementationVersionName()).startsWith("OFFIS_DCMTK_");
      assertThat(negotiated.implementationClassUid()).startsWith("1.2.276.0.7230010.3.");
      assertThat(negotiated.maxPduLength()).isEqualTo(16_384);
      assertThat(negotiated.transferSyntax()).isEqualTo(Uids.IMPLICIT_VR_LITTLE_ENDIAN);
      assertThat(negotiated.contextResult()).isZero();
      assertThat(result.warning(Warning.Code.NONSTANDARD_REPLY)).isEmpty();
    }
  }

  @Test
  void itsDelayedAcknowledgementStallIsSeen() {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      CheckResult result = caller.check(orthanc.port(), OrthancServer.AE);

      assertThat(result.isSuccess()).as(orthanc::log).isTrue();
      assertThat(result.warning(Warning.Code.DELAYED_ACK_STALL)).isPresent();
    }
  }

  @Test
  void wrongCalledAeIsRejectedWhereItIsChecked() {
    try (RealPeer orthanc = OrthancServer.plain().with("DicomCheckCalledAet", "true").start()) {
      CheckResult result = caller.check(orthanc.port(), "ORTHANX");

      assertThat(result.cause()).as(orthanc::log).isEqualTo(Cause.REJECTED_CALLED_AE);
      assertThat(result.stage()).isEqualTo(CheckStage.ASSOCIATE);
      assertThat(result.reject()).isEqualTo(new AssociateRj(1, 1, 7));
      assertThat(result.endedBy()).isEqualTo(EndedBy.PEER_REJECTION);
      assertThat(result.summary()).contains("ORTHANX");

      assertThat(caller.check(orthanc.port(), OrthancServer.AE).isSuccess())
          .as(orthanc::log)
          .isTrue();
    }
  }

  @Test
  void wrongCalledAeIsAcceptedWhereItIsNotChecked() {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      assertThat(caller.check(orthanc.port(), "ORTHANX").isSuccess()).as(orthanc::log).isTrue();
    }
  }

  @Test
  void unknownCallerIsAbortedAtTheEchoWhereOnlyTheEchoIsForKnownOnes() {
    try (RealPeer orthanc = OrthancServer.plain().with("DicomAlwaysAllowEcho", "false").start()) {
      CheckResult result = caller.check(orthanc.port(), OrthancServer.AE);

      assertThat(result.cause()).as(orthanc::log).isEqualTo(Cause.ABORTED);
      assertThat(result.stage()).isEqualTo(CheckStage.ECHO);
      assertThat(result.abort()).isNotNull();
      assertThat(result.abort().source()).isEqualTo(Abort.SERVICE_USER);
      assertThat(result.endedBy()).isEqualTo(EndedBy.PEER_ABORT);
      assertThat(String.join(" ", result.advice())).contains("DicomAlwaysAllowEcho");
    }
  }

  @Test
  void unknownCallerIsRejectedWhereNothingIsForEveryone() {
    try (RealPeer orthanc = OrthancServer.plain().allowingNothing().start()) {
      CheckResult result = caller.check(orthanc.port(), OrthancServer.AE);

      assertThat(result.cause()).as(orthanc::log).isEqualTo(Cause.REJECTED_CALLING_AE);
      assertThat(result.reject()).isEqualTo(new AssociateRj(1, 1, 3));
    }
  }

  @Test
  void knownCallerIsAnsweredWhereNothingIsForEveryone() {
    try (RealPeer orthanc =
        OrthancServer.plain()
            .allowingNothing()
            .with("DicomModalities", "{ \"us\": [ \"" + AE + "\", \"127.0.0.1\", 11112 ] }")
            .start()) {
      assertThat(caller.check(orthanc.port(), OrthancServer.AE).isSuccess())
          .as(orthanc::log)
          .isTrue();
      assertThat(caller.check(orthanc.port(), OrthancServer.AE, "SOMEBODY").cause())
          .as(orthanc::log)
          .isEqualTo(Cause.REJECTED_CALLING_AE);
    }
  }

  @Test
  void manyChecksAtOnceAreAllAnswered() {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      assertThat(
              IntStream.range(0, 32)
                  .parallel()
                  .mapToObj(i -> caller.check(orthanc.port(), OrthancServer.AE).isSuccess())
                  .toList())
          .as(orthanc::log)
          .hasSize(32)
          .doesNotContain(false);
    }
  }
}
