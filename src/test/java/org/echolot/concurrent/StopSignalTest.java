package org.echolot.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.echolot.concurrent.StopSignal.Registration;
import org.junit.jupiter.api.Test;

class StopSignalTest {

  private final StopSignal stop = new StopSignal();
  private final List<String> ran = new ArrayList<>();

  @Test
  void actionsRunOnceHoweverOftenItIsGiven() {
    Registration _ = stop.onStop(() -> ran.add("a"));
    Registration _ = stop.onStop(() -> ran.add("b"));
    assertThat(stop.isStopped()).isFalse();

    stop.stop();
    stop.stop();

    assertThat(stop.isStopped()).isTrue();
    assertThat(ran).containsExactly("a", "b");
  }

  @Test
  void anActionThatComesTooLateRunsAtOnce() {
    stop.stop();
    Registration _ = stop.onStop(() -> ran.add("late"));

    assertThat(ran).containsExactly("late");
  }

  @Test
  void anActionThatWasTakenBackDoesNotRun() {
    try (Registration _ = stop.onStop(() -> ran.add("gone"))) {
      assertThat(ran).isEmpty();
    }
    stop.stop();

    assertThat(ran).isEmpty();
  }
}
