package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.Octets;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who holds pieces of a reply back (RFC 896), and who is only slow. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has TCP_QUICKACK")
class DelayedAckStallTest extends EchoEngineContract {

  private static final int TIMES = 10;
  private static final int MANY = 60;

  private static final EchoEngine ENGINE = new OwnEngine();

  @Override
  EchoEngine engine() {
    return ENGINE;
  }

  @Test
  void aReplyInPiecesUnderNagleIsSaid() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              line.leaveNagleOn();
              line.serveUntilEcho();
              answerInTwo(line, Duration.ZERO);
            })) {
      // On a busy computer the peer may get to its second write only when we have acknowledged the
      // first, and then there is no stall to be seen; so one of many has to show it.
      boolean said = false;
      for (int i = 0; i < MANY && !said; i++) {
        CheckResult result = check(request(peer.port()));
        assertThatResult(result).succeeded();
        said = result.warning(Warning.Code.DELAYED_ACK_STALL).isPresent();
      }
      assertThat(said).isTrue();
    }
  }

  @Test
  void aReplyInPiecesWithoutNagleIsFine() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              line.serveUntilEcho();
              answerInTwo(line, Duration.ZERO);
            })) {
      assertThat(accused(peer)).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void aPeerThatIsSlowWithItsPiecesIsNotAccused() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              line.acceptAssociation();
              line.receive();
              line.pause(Duration.ofMillis(60));
              answerInTwo(line, Duration.ofMillis(50));
            })) {
      assertThat(accused(peer)).isZero();
    }
  }

  @Test
  void aReplyInOnePieceIsFineWhateverNagleDoes() {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              line.leaveNagleOn();
              line.serveEcho();
            })) {
      assertThat(accused(peer)).isZero();
    }
  }

  private int accused(ScriptedPeer peer) {
    int accused = 0;
    for (int i = 0; i < TIMES; i++) {
      CheckResult result = check(request(peer.port()));
      assertThatResult(result).succeeded();
      accused += result.warning(Warning.Code.DELAYED_ACK_STALL).isPresent() ? 1 : 0;
    }
    return accused;
  }

  private static void answerInTwo(Line line, Duration between) throws Exception {
    Octets bytes = Answers.bytes(Answers.echoSuccess());
    line.send(bytes.slice(0, 6));
    if (!between.isZero()) {
      line.pause(between);
    }
    line.send(bytes.slice(6, bytes.length()));
    line.confirmRelease();
  }
}
