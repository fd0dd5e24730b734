package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Once the response said Success, the check has succeeded, whatever happens at the release. */
abstract class ReleaseContract extends EchoEngineContract {

  @Test
  void aReleaseCollisionIsNoFault() {
    assertThatResult(
            released(
                line -> {
                  line.send(new ReleaseRq());
                  line.receive(ReleaseRq.class);
                  line.receive(ReleaseRp.class);
                  line.send(new ReleaseRp());
                  line.discardUntilClosed();
                }))
        .hasNoWarnings()
        .endedBy(EndedBy.OUR_RELEASE);
  }

  @Test
  void dataAfterTheReleaseRequestIsLegalAndIgnored() {
    assertThatResult(
            released(
                line -> {
                  line.receive(ReleaseRq.class);
                  line.send(Answers.echoSuccess(), Answers.echoSuccess(), new ReleaseRp());
                  line.discardUntilClosed();
                }))
        .hasNoWarnings()
        .endedBy(EndedBy.OUR_RELEASE);
  }

  @Test
  void closedAtRelease() {
    assertThatResult(released(line -> line.receive(ReleaseRq.class)))
        .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED)
        .endedBy(EndedBy.PEER_CLOSE);
  }

  @Test
  void closedRightAfterTheResponse() {
    for (int i = 0; i < 20; i++) {
      assertThatResult(released(line -> {}))
          .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED)
          .satisfies(r -> assertThat(r.endedBy()).isIn(EndedBy.PEER_CLOSE, EndedBy.PEER_RESET));
    }
  }

  @Test
  void resetRightAfterTheResponse() {
    assertThatResult(
            released(
                line -> {
                  line.receive(ReleaseRq.class);
                  line.reset();
                }))
        .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED)
        .endedBy(EndedBy.PEER_RESET);
  }

  @Test
  void anAbortIsReadThoughTheConnectionBrokeBeforeWeAsked() {
    CheckResult result =
        check(
            line -> {
              line.serveUntilEcho();
              line.send(
                  Answers.joined(
                      Answers.bytes(Answers.echoSuccess()), Answers.bytes(new Abort(0, 0))));
              line.reset();
            });

    assertThatResult(result)
        .succeeded()
        .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED)
        .endedBy(EndedBy.PEER_ABORT);
  }

  @Test
  void aResponseIsReadThoughTheConnectionIsBroken() {
    assertThatResult(
            check(
                line -> {
                  line.serveUntilRelease();
                  line.reset();
                }))
        .succeeded()
        .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED)
        .endedBy(EndedBy.PEER_RESET);
  }

  /** Both ask for the release, and the peer then forgets ours. */
  @Test
  void aCollisionThatThePeerDoesNotEndIsToldFromSilence() {
    assertThatResult(
            checkHurriedly(
                CheckStage.RELEASE,
                line -> {
                  line.serveUntilRelease();
                  line.receive(ReleaseRq.class);
                  line.send(new ReleaseRq());
                  line.discardUntilClosed();
                }))
        .succeeded()
        .hasWarnings(Warning.Code.RELEASE_TIMEOUT)
        .says("requested the release itself while we did, and then did not confirm our release");
  }

  @Test
  void abortedAtRelease() {
    assertThatResult(
            released(
                line -> {
                  line.receive(ReleaseRq.class);
                  line.send(new Abort(2, 2));
                  line.discardUntilClosed();
                }))
        .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED)
        .says("source 2 (service-provider), reason 2 (unexpected-PDU)")
        .endedBy(EndedBy.PEER_ABORT);
  }

  @Test
  void abortedAndClosedRightAfterTheResponse() {
    for (int i = 0; i < 20; i++) {
      assertThatResult(released(line -> line.send(new Abort(0, 0))))
          .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED)
          .endedBy(EndedBy.PEER_ABORT);
    }
  }

  @Test
  void silenceAtReleaseEndsAtTheDeadline() {
    CheckResult result =
        checkHurriedly(
            CheckStage.RELEASE,
            line -> {
              line.serveUntilRelease();
              line.staySilent();
            });

    assertThatResult(result)
        .succeeded()
        .hasWarnings(Warning.Code.RELEASE_TIMEOUT)
        .endedBy(EndedBy.OUR_DEADLINE);
    assertThat(result.stage(CheckStage.RELEASE).state()).isEqualTo(StageState.WARNING);
  }

  @Test
  void aDripAtReleaseEndsAtTheDeadline() {
    assertThatResult(
            checkHurriedly(
                CheckStage.RELEASE,
                line -> {
                  line.serveUntilRelease();
                  line.drip(
                      Octets.parseHex("06 00 00 00 00 04 00 00 00 00"), Duration.ofMillis(90));
                }))
        .succeeded()
        .hasWarnings(Warning.Code.RELEASE_TIMEOUT);
  }

  @Test
  void aFloodOfDataAtReleaseEndsAtTheDeadline() {
    assertThatResult(
            checkHurriedly(
                CheckStage.RELEASE,
                line -> {
                  line.serveUntilRelease();
                  line.flood(Answers.bytes(Answers.echoSuccess()));
                }))
        .succeeded()
        .hasWarnings(Warning.Code.RELEASE_TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "48 54 54 50 2F 31",
        "06 00 FF FF FF FF",
        "00 00 00 00 00 00",
        "03 00 00 00 00 04 00 01 01 07"
      })
  void rubbishAtReleaseIsAWarning(String hex) {
    assertThatResult(
            released(
                line -> {
                  line.receive(ReleaseRq.class);
                  line.sendHex(hex);
                  line.discardUntilClosed();
                }))
        .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED)
        .endedBy(EndedBy.OUR_ABORT);
  }

  @Test
  void rubbishBehindTheResponseIsAWarning() {
    assertThatResult(
            check(
                line -> {
                  line.serveUntilEcho();
                  line.send(
                      Answers.joined(
                          Answers.bytes(Answers.echoSuccess()),
                          Octets.parseHex("FF FF FF FF FF FF FF")));
                  line.discardUntilClosed();
                }))
        .succeeded()
        .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED);
  }

  private CheckResult released(Script atRelease) {
    CheckResult result =
        check(
            line -> {
              line.serveUntilRelease();
              atRelease.play(line);
            });
    assertThatResult(result).succeeded();
    return result;
  }

  @Test
  void theReleaseIsTimedApartFromTheEcho() {
    CheckResult result =
        check(
            line -> {
              line.serveUntilRelease();
              line.receive(ReleaseRq.class);
              line.pause(Duration.ofMillis(120));
              line.send(new ReleaseRp());
              line.discardUntilClosed();
            });

    assertThatResult(result).succeeded().hasNoWarnings();
    assertThat(result.stage(CheckStage.RELEASE).duration()).isGreaterThan(Duration.ofMillis(100));
  }
}
