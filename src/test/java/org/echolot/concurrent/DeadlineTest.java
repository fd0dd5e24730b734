package org.echolot.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void aPassedDeadlineLeavesNothing() {
    Deadline passed = Deadline.after(Duration.ofSeconds(-1));

    assertThat(passed.hasPassed()).isTrue();
    assertThat(passed.remaining()).isZero();
    assertThat(passed.remainingMillis()).isEqualTo(1);
  }

  @Test
  void whatIsLeftIsRoundedUpSoThatNoWaitEndsEarly() {
    Deadline deadline = Deadline.after(Duration.ofHours(1));

    assertThat(deadline.hasPassed()).isFalse();
    assertThat(deadline.remaining()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    assertThat(deadline.remainingMillis()).isBetween(59 * 60_000, 60 * 60_000);
  }

  @Test
  void theEarlierOfTwoCounts() {
    Deadline late = Deadline.after(Duration.ofHours(1));

    assertThat(late.atMost(Duration.ofMinutes(1)).remaining())
        .isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(late.atMost(Duration.ofHours(2)).remaining())
        .isLessThanOrEqualTo(Duration.ofHours(1));
  }
}
