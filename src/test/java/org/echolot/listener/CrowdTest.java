package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** Which callers of a crowd are told of one by one, and that none is forgotten. */
class CrowdTest {

  private static final CallerSource MANY = CallerSource.of(InetAddress.ofLiteral("192.0.2.66"));
  private static final CallerSource OTHER = CallerSource.of(InetAddress.ofLiteral("192.0.2.7"));
  private static final long SECOND = 1_000_000_000L;

  private final Crowd crowd = new Crowd();

  @Test
  void oneSourceIsToldOfOnlySoOftenASecondAndTakesNothingFromAnother() {
    for (int i = 0; i < Crowd.MAX_TOLD_A_SECOND; i++) {
      assertThat(crowd.tells(MANY, 0)).isTrue();
    }
    assertThat(crowd.tells(MANY, 0)).isFalse();
    assertThat(crowd.tells(OTHER, 0)).isTrue();
    assertThat(crowd.tells(MANY, SECOND)).isTrue();
  }

  @Test
  void whoWasNotToldOfIsCounted() {
    assertThat(crowd.leftUntold(MANY)).isTrue();
    assertThat(crowd.leftUntold(MANY)).isFalse();
    assertThat(crowd.leftUntold(OTHER)).isFalse();

    assertThat(crowd.takeUntold())
        .containsExactly(
            "2 more connections from 192.0.2.66 ended without a whole request",
            "1 more connection from 192.0.2.7 ended without a whole request");
    assertThat(crowd.takeUntold()).isEmpty();
  }

  @Test
  void thereIsAnEndOfTheSourcesThatAreToldApart() {
    for (int i = 0; i < Crowd.MAX_SOURCES + 7; i++) {
      CallerSource source =
          CallerSource.of(InetAddress.ofLiteral("198.51." + i / 256 + "." + i % 256));
      boolean _ = crowd.tells(source, 0);
      boolean _ = crowd.leftUntold(source);
    }
    assertThat(crowd.takeUntold())
        .hasSize(Crowd.MAX_SOURCES + 1)
        .last()
        .isEqualTo("7 more connections from other addresses ended without a whole request");
  }
}
