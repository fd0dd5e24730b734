package org.echolot.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.echolot.concurrent.Threads;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private final ArrayDeque<Runnable> asked = new ArrayDeque<>();
  private final List<List<Integer>> received = new ArrayList<>();
  private final List<Long> lost = new ArrayList<>();
  private final Batches<Integer> batches =
      new Batches<>(
          asked::add,
          3,
          (batch, dropped) -> {
            received.add(batch);
            lost.add(dropped);
          });

  @Test
  void asksItsExecutorOnceForAllThatComesBeforeItRuns() {
    batches.accept(1);
    batches.accept(2);
    assertThat(asked).hasSize(1);
    asked.remove().run();
    assertThat(received).containsExactly(List.of(1, 2));

    batches.accept(3);
    assertThat(asked).hasSize(1);
    asked.remove().run();
    assertThat(received).containsExactly(List.of(1, 2), List.of(3));
  }

  @Test
  void dropsAndCountsTheOldestBeyondItsCapacity() {
    for (int i = 1; i <= 5; i++) {
      batches.accept(i);
    }
    asked.remove().run();
    assertThat(received).containsExactly(List.of(3, 4, 5));
    assertThat(lost).containsExactly(2L);

    batches.accept(6);
    asked.remove().run();
    assertThat(lost).containsExactly(2L, 0L);
  }

  @Test
  void whatIsMoreThanABatchHoldsComesInTheNext() {
    Batches<Integer> small =
        new Batches<>(asked::add, 10, 2, (batch, dropped) -> received.add(batch));
    for (int i = 1; i <= 5; i++) {
      small.accept(i);
    }
    while (!asked.isEmpty()) {
      asked.remove().run();
    }
    assertThat(received).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
  }

  @Test
  void aReceiverThatFailsLosesNoOtherBatch() {
    Batches<Integer> small =
        new Batches<>(
            asked::add,
            10,
            1,
            (batch, dropped) -> {
              received.add(batch);
              throw new IllegalStateException("of the test");
            });
    small.accept(1);
    small.accept(2);

    assertThatIllegalStateException().isThrownBy(() -> asked.remove().run());
    assertThatIllegalStateException().isThrownBy(() -> asked.remove().run());

    assertThat(received).containsExactly(List.of(1), List.of(2));
    assertThat(asked).isEmpty();
  }

  @Test
  void takesFromManyThreadsWithoutLosingAny() throws InterruptedException {
    List<Integer> all = new ArrayList<>();
    Batches<Integer> many =
        new Batches<>(Runnable::run, 100_000, (batch, dropped) -> collect(all, batch));
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          Threads.startVirtual(
              "writer",
              () -> {
                for (int n = 0; n < 1000; n++) {
                  many.accept(n);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(all).hasSize(8000);
  }

  private static void collect(List<Integer> all, List<Integer> batch) {
    synchronized (all) {
      all.addAll(batch);
    }
  }
}
