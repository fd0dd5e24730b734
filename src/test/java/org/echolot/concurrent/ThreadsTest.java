package org.echolot.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done away from all others fails in the open. */
class ThreadsTest {

  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();
  private final List<Throwable> told = new CopyOnWriteArrayList<>();
  private final RuntimeException fault = new IllegalStateException("injected");

  @BeforeEach
  void hear() {
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> told.add(thrown));
  }

  @AfterEach
  void restore() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  @Test
  void whatIsDoneAgainAndAgainIsDoneAgainAfterAFault() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    Runnable failing =
        () -> {
          three.countDown();
          throw fault;
        };
    try (ScheduledExecutorService scheduler = Threads.newScheduler("test")) {
      var _ =
          scheduler.scheduleWithFixedDelay(Threads.shielded(failing), 0, 1, TimeUnit.MILLISECONDS);
      assertThat(three.await(10, TimeUnit.SECONDS)).isTrue();
      scheduler.shutdownNow();
    }
    assertThat(told).contains(fault);
  }

  @Test
  void aFaultThatNobodyWaitsForIsTold() {
    CompletableFuture<String> work = new CompletableFuture<>();
    CompletableFuture<Integer> next = Threads.tellingFault(work.thenApply(String::length));
    work.completeExceptionally(fault);

    assertThat(next).isCompletedExceptionally();
    assertThat(told).containsExactly(fault);
  }

  @Test
  void whatEndsWellIsNotTold() {
    assertThat(Threads.tellingFault(CompletableFuture.completedFuture("done")).join())
        .isEqualTo("done");
    assertThat(told).isEmpty();
  }
}
