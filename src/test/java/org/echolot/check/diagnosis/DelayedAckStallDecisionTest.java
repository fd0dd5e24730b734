package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.echolot.check.Warning;
import org.junit.jupiter.api.Test;

class DelayedAckStallDecisionTest {

  private static final InetSocketAddress PEER =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 4242);
  private static final Duration HELD_BACK = Duration.ofNanos(1);

  private final AtomicLong clock = new AtomicLong();
  private final KnownStalls known = new KnownStalls(clock::get);

  private DelayedAckStall stall() {
    return new DelayedAckStall(known, PEER);
  }

  @Test
  void peerThatHoldsNothingBackIsNotWarnedOfAndSoughtAgain() {
    assertThat(stall().isSought()).isTrue();
    assertThat(stall().warning(Duration.ZERO)).isEmpty();
    assertThat(stall().isSought()).isTrue();
  }

  @Test
  void peerThatHoldsAPieceBackIsWarnedOf() {
    assertThat(stall().warning(HELD_BACK))
        .hasValueSatisfying(
            warning -> {
              assertThat(warning.code()).isEqualTo(Warning.Code.DELAYED_ACK_STALL);
              assertThat(warning.text()).contains("TCP_NODELAY");
            });
  }

  @Test
  void nextCheckWarnsOfItWithoutLooking() {
    stall().warning(HELD_BACK);

    assertThat(stall().isSought()).isFalse();
    assertThat(stall().warning(Duration.ZERO)).isPresent();
  }

  @Test
  void checkThatDidNotLookWarnsEvenIfWhatWasKnownIsForgottenMeanwhile() {
    stall().warning(HELD_BACK);
    DelayedAckStall underway = stall();
    clock.addAndGet(KnownStalls.MEMORY.toNanos() + 1);

    assertThat(underway.warning(Duration.ZERO)).isPresent();
    assertThat(stall().isSought()).isTrue();
  }
}
