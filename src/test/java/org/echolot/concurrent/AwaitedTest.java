package org.echolot.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AwaitedTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
  private final Awaited awaited = new Awaited(now::get);

  @Test
  void isAskedForOnceUntilItCame() {
    assertThat(awaited.begin()).isTrue();
    assertThat(awaited.begin()).isFalse();
    awaited.end();
    assertThat(awaited.begin()).isTrue();
  }

  @Test
  void whatDoesNotComeIsAskedForAgain() {
    assertThat(awaited.begin()).isTrue();
    now.addAndGet(Awaited.PATIENCE.toNanos() - 1);
    assertThat(awaited.begin()).isFalse();
    now.addAndGet(1);
    assertThat(awaited.begin()).isTrue();
    assertThat(awaited.begin()).isFalse();
  }
}
