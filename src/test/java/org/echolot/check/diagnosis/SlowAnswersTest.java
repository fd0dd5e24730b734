package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.check.Warning;
import org.junit.jupiter.api.Test;

/** What is slow is blamed on what can have made it so. */
class SlowAnswersTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration QUICK = Duration.ofMillis(1);

  @Test
  void aFirstPacketThatWasSentAgainIsTold() {
    assertThat(SlowPeer.connecting(SECOND, () -> 1).orElseThrow().text())
        .contains("our first packet got no answer, and was sent again")
        .doesNotContain("the network is slow");
    assertThat(SlowPeer.connecting(SECOND, () -> 0).orElseThrow().text())
        .contains("the network is slow");
    assertThat(SlowPeer.connecting(QUICK, () -> 1)).isEmpty();
  }

  /** No lookup of a name happens at a C-ECHO. */
  @Test
  void aPeerThatIsSlowAtEveryAnswerIsNotSaidToLookUpNames() {
    assertThat(
            SlowPeer.answeringBoth(SECOND.multipliedBy(2), SECOND, QUICK, () -> QUICK)
                .orElseThrow()
                .text())
        .contains("the association took 2.0 s, the response to our C-ECHO 1.0 s")
        .contains("proxy or gateway in front of it")
        .doesNotContain("names");
    assertThat(SlowPeer.answeringBoth(SECOND, SECOND, SECOND, () -> SECOND)).isEmpty();
  }

  /** Whoever loses packets is late, however quick the peer is. */
  @Test
  void aSlowAnswerOnALineThatLosesPacketsIsTheNetworks() {
    Warning slow =
        SlowPeer.answering(CheckStage.ECHO, "response to our C-ECHO", SECOND, QUICK).orElseThrow();

    assertThat(slow.move()).isEqualTo(Move.PEER_ADMINISTRATOR);
    assertThat(SlowPeer.onLossyNetwork(slow, 3))
        .isEqualTo(
            new Warning(
                Warning.Code.SLOW_PEER,
                "The response to our C-ECHO took 1.0 s. The network is the likelier reason: 3"
                    + " packets had to be sent again in this check.",
                Move.NETWORK));
    Warning late = SlowPeer.refusing("rejection", SECOND).orElseThrow();
    assertThat(SlowPeer.onLossyNetwork(late, 3)).isEqualTo(late);
  }
}
