package org.echolot.realpeers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.check.StageState;
import org.echolot.dcm4che.Dcm4cheEngine;
import org.junit.jupiter.api.Test;

/** dcm4che against the servers that stand in hospitals. */
class Dcm4cheRealPeersTest {

  private final Caller caller = new Caller(new Dcm4cheEngine());

  @Test
  void storescpAnswers() {
    try (RealPeer storescp = DcmtkServer.storescp()) {
      CheckResult result = caller.check(storescp.port(), "ANY-SCP");

      assertThat(result.cause()).as(storescp::log).isNull();
      assertThat(result.stage(CheckStage.RELEASE).state()).isEqualTo(StageState.OK);
      Negotiated negotiated = Objects.requireNonNull(result.negotiated());
      assertThat(negotiated.implementationVersionName()).startsWith("OFFIS_DCMTK_");
      assertThat(negotiated.maxPduLength()).isEqualTo(16_384);
    }
  }

  @Test
  void orthancAnswersAndRejectsATitleThatIsNotItsOwn() {
    try (RealPeer orthanc = OrthancServer.plain().with("DicomCheckCalledAet", "true").start()) {
      assertThat(caller.check(orthanc.port(), OrthancServer.AE).isSuccess()).isTrue();
      assertThat(caller.check(orthanc.port(), "ORTHANX").cause())
          .isEqualTo(Cause.REJECTED_CALLED_AE);
    }
  }
}
