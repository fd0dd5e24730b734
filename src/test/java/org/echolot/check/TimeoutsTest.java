package org.echolot.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a lookup may take. */
class TimeoutsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Timeouts connectIn(Duration connect) {
    return new Timeouts(connect, SECOND, SECOND, SECOND, SECOND);
  }

  @Test
  void aLookupOutlivesADeadDnsServerForWhichSystemsWaitFiveSeconds() {
    assertThat(Timeouts.DEFAULT.lookup()).isEqualTo(Duration.ofSeconds(11));
    assertThat(connectIn(SECOND).lookup()).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void aLookupHasNeverLessTimeThanAConnection() {
    assertThat(connectIn(Duration.ofMinutes(1)).lookup()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aTimeForEachStageHoldsForTheLookupToo() {
    assertThat(Timeouts.all(SECOND).lookup()).isEqualTo(SECOND);
  }
}
