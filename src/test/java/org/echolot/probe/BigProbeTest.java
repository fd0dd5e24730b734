package org.echolot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.Timeouts;
import org.echolot.check.run.LargeRequests;
import org.echolot.check.run.LargeRequests.Reply;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.peer.Answers;
import org.echolot.peer.HeldPort;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.probe.BigResult.Direction;
import org.echolot.probe.BigResult.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BigProbeTest {

  private static BigResult probe(ScriptedPeer peer, Integer... sizes) {
    CheckRequest request =
        Probing.peer("ANY", peer.port()).withTimeouts(Timeouts.all(Duration.ofMillis(400)));
    return new BigProbe(Probing.errands(), request, CheckListener.NONE, new StopSignal())
        .run(List.of(sizes));
  }

  private static void accept(Line line) throws Exception {
    AssociateRq _ = line.acceptAssociation();
    ReleaseRq _ = line.receive(ReleaseRq.class);
    line.send(new ReleaseRp());
    line.discardUntilClosed();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_200, 1_201, 1_213, 8_000, 8_192, 14_336, 34_816, 34_817, 65_000})
  void aRequestHasTheSizeThatWasAskedForToTheByte(int bytes) throws Exception {
    CheckRequest request = Probing.peer("ANY", 104);

    assertThat(LargeRequests.lengthOf(request, LargeProposal.of(request, bytes))).isEqualTo(bytes);
  }

  @Test
  void aPeerThatAcceptsAllSizesIsClearInBothDirections() {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(BigProbeTest::accept)) {
      BigResult result = probe(peer, 8_192, 34_816);

      assertThat(result.verdict()).isEqualTo(Verdict.CLEAR);
      assertThat(result.direction()).isEqualTo(Direction.BOTH);
      assertThat(result.sizes()).extracting(BigResult.Try::bytes).containsExactly(8_192, 34_816);
      assertThat(peer.connections()).isEqualTo(3);
    }
  }

  @Test
  void aPeerThatRejectsEachRequestShowsOneDirectionAlone() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              AssociateRq _ = line.receive(AssociateRq.class);
              line.send(new AssociateRj(1, 1, 7));
              line.discardUntilClosed();
            })) {
      BigResult result = probe(peer, 8_192);

      assertThat(result.verdict()).isEqualTo(Verdict.CLEAR);
      assertThat(result.direction()).isEqualTo(Direction.TO_PEER);
    }
  }

  @Test
  void aPeerThatAbortsLargeRequestsIsNoHole() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              if (rq.presentationContexts().size() > 1) {
                line.send(Abort.byServiceProvider(0));
                line.discardUntilClosed();
              } else {
                line.send(Answers.acceptance(rq));
                line.confirmRelease();
              }
            })) {
      BigResult result = probe(peer, 8_192, 14_336);

      assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
      assertThat(result.sizes()).extracting(BigResult.Try::reply).containsExactly(Reply.ABORTED);
      assertThat(result.summary()).contains("presentation contexts");
    }
  }

  @Test
  void aPeerThatHangsOnLargeRequestsIsAskedInSmallPacketsAndFreedEachTime() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              AssociateRq rq;
              try {
                rq = line.receive(AssociateRq.class);
              } catch (SocketException _) {
                return; // The wait for the last pieces was over, and the reset came instead.
              }
              if (rq.presentationContexts().size() == 1) {
                line.send(Answers.acceptance(rq));
                line.confirmRelease();
              } else {
                line.staySilent();
              }
            })) {
      BigResult result = probe(peer, 8_192, 14_336);

      assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
      assertThat(result.direction()).isNull();
      assertThat(result.proofs()).hasSize(2).noneMatch(BigResult.Try::isAnswered);
      assertThat(result.summary()).contains("not the reason");
    }
  }

  @Test
  void whereNothingListensNothingIsTested() throws Exception {
    try (HeldPort port = HeldPort.open()) {
      BigResult result =
          new BigProbe(
                  Probing.errands(),
                  Probing.peer("ANY", port.number()),
                  CheckListener.NONE,
                  new StopSignal())
              .run(BigProbe.SIZES);

      assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
      assertThat(result.failure()).isNotNull();
      assertThat(result.failure().cause()).isEqualTo(Cause.CONNECTION_REFUSED);
    }
  }
}
