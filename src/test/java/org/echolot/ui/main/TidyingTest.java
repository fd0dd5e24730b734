package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TidyingTest {

  private static final int HALF_A_MINUTE = 30;

  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger tidied = new AtomicInteger();
  private final Tidying tidying = new Tidying(busy::get, Runnable::run, tidied::incrementAndGet);

  @Test
  void tidiesOnceHalfAMinuteAfterTheStart() {
    look(HALF_A_MINUTE - 1);
    assertThat(tidied).hasValue(0);

    look(10 * HALF_A_MINUTE);
    assertThat(tidied).hasValue(1);
  }

  @Test
  void tidiesOnceHalfAMinuteAfterEachRunOfChecks() {
    look(HALF_A_MINUTE);

    busy.set(true);
    look(10 * HALF_A_MINUTE);
    assertThat(tidied).as("while checks run").hasValue(1);

    busy.set(false);
    look(HALF_A_MINUTE - 1);
    assertThat(tidied).hasValue(1);

    look(10 * HALF_A_MINUTE);
    assertThat(tidied).hasValue(2);
  }

  private void look(int times) {
    for (int i = 0; i < times; i++) {
      tidying.look();
    }
  }
}
