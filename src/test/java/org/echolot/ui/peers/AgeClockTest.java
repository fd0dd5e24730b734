package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** All ages that are shown at once are of the same moment. */
class AgeClockTest {

  private static final Instant THEN = Instant.parse("2026-11-28T08:02:11Z");

  private Instant now = THEN;

  @Test
  void anAgeIsAnotherWhenTheClockTicksAndNotBefore() {
    AgeClock clock = new AgeClock(() -> now);
    assertThat(clock.age(THEN)).isEqualTo("now");
    now = THEN.plus(Duration.ofMinutes(46));
    assertThat(clock.age(THEN)).as("the list was drawn with this").isEqualTo("now");
    assertThat(clock.ago(THEN)).isEqualTo("just now");

    long before = clock.ticksProperty().get();
    clock.tick();
    assertThat(clock.ticksProperty().get()).isGreaterThan(before);
    assertThat(clock.age(THEN)).isEqualTo("46 min");
    assertThat(clock.ago(THEN)).isEqualTo("46 min ago");
  }

  @Test
  void whatIsNewerThanTheLastTickIsNow() {
    AgeClock clock = new AgeClock(() -> now);
    assertThat(clock.age(THEN.plusSeconds(14))).isEqualTo("now");
  }

  @Test
  void hoursAndDays() {
    now = THEN.plus(Duration.ofHours(30));
    AgeClock clock = new AgeClock(() -> now);
    assertThat(clock.age(THEN)).isEqualTo("1 day");
    assertThat(clock.age(THEN.minus(Duration.ofDays(6)))).isEqualTo("7 days");
    assertThat(clock.age(THEN.plus(Duration.ofHours(27)))).isEqualTo("3 h");
  }
}
