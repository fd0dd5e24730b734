package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Outcome;
import org.echolot.check.Warning;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.Abort;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.junit.jupiter.api.Test;

/** A person's stop ends a check at once, in every stage. */
abstract class StopContract extends EchoEngineContract {

  private static final Duration AT_ONCE = Duration.ofSeconds(3);

  private final StopSignal stop = new StopSignal();

  @Test
  void stoppedBeforeItBegins() {
    stop.stop();
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(Line::discardUntilClosed)) {
      CheckResult result = check(request(peer.port()), CheckListener.NONE, stop);

      assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(result.stage()).isIn(CheckStage.RESOLVE, CheckStage.CONNECT);
    }
  }

  @Test
  void stoppedWhileConnecting() throws Exception {
    try (BlackHole hole = BlackHole.open()) {
      CheckResult result = stoppedAtStartOf(CheckStage.CONNECT, request(hole.port()));

      assertCancelledAt(CheckStage.CONNECT, result);
    }
  }

  @Test
  void stoppedWhileAssociating() {
    assertCancelledAt(
        CheckStage.ASSOCIATE,
        stoppedBy(
            line -> {
              line.receive();
              stop.stop();
              line.discardUntilClosed();
            }));
  }

  @Test
  void thePeerIsToldOfTheStop() {
    assertCancelledAt(
        CheckStage.ECHO,
        stoppedBy(
            line -> {
              line.serveUntilEcho();
              stop.stop();
              assertThat(line.receive(Abort.class)).isEqualTo(Abort.byServiceUser());
              line.discardUntilClosed();
            }));
  }

  @Test
  void stoppedWhileAskingForTls() {
    CheckResult result =
        stoppedBy(
            Line::receive,
            line -> {
              stop.stop();
              line.discardUntilClosed();
            });

    assertCancelledAt(CheckStage.ASSOCIATE, result);
  }

  @Test
  void aStopAtReleaseLeavesTheSuccessAsItIs() {
    CheckResult result =
        stoppedBy(
            line -> {
              line.serveUntilRelease();
              line.receive();
              stop.stop();
              line.discardUntilClosed();
            });

    assertThatResult(result)
        .succeeded()
        .hasWarnings(Warning.Code.RELEASE_NOT_CONFIRMED)
        .endedBy(EndedBy.OUR_STOP);
    assertThat(result.total()).isLessThan(AT_ONCE);
  }

  @Test
  void aSecondStopDoesNothing() {
    assertCancelledAt(
        CheckStage.ECHO,
        stoppedBy(
            line -> {
              line.serveUntilEcho();
              stop.stop();
              stop.stop();
              line.discardUntilClosed();
            }));
    stop.stop();
  }

  @Test
  void aStopAtAnyMomentIsNeverTakenForAFault() {
    for (int i = 0; i < 60; i++) {
      StopSignal signal = new StopSignal();
      Duration delay = Duration.ofNanos(i * 20_000L);
      try (ScriptedPeer peer =
          ScriptedPeer.playing(
              line -> {
                Threads.startVirtual(
                    "stop",
                    () -> {
                      LockSupport.parkNanos(delay.toNanos());
                      signal.stop();
                    });
                try {
                  line.serveEcho();
                } catch (IOException | AssertionError _) {
                  // The other side is stopped somewhere on the way.
                }
              })) {
        CheckResult result = check(request(peer.port()), CheckListener.NONE, signal);

        assertThat(result.outcome()).as("%s", result).isIn(Outcome.CANCELLED, Outcome.SUCCESS);
      }
    }
  }

  private CheckResult stoppedBy(Script... scripts) {
    try (ScriptedPeer peer = ScriptedPeer.playing(scripts)) {
      return check(request(peer.port()), CheckListener.NONE, stop);
    }
  }

  private CheckResult stoppedAtStartOf(CheckStage stage, CheckRequest request) {
    CheckListener stopper =
        event -> {
          if (event instanceof StageStarted started && started.stage() == stage) {
            Threads.startVirtual("stop", stop::stop);
          }
        };
    return check(request, stopper, stop);
  }

  private static void assertCancelledAt(CheckStage stage, CheckResult result) {
    assertThat(result.outcome()).as("%s", result).isEqualTo(Outcome.CANCELLED);
    assertThat(result.stage()).isEqualTo(stage);
    assertThat(result.endedBy()).isEqualTo(EndedBy.OUR_STOP);
    assertThat(result.total()).isLessThan(AT_ONCE);
  }
}
