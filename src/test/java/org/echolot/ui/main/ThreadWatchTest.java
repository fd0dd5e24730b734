package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.echolot.concurrent.Threads;
import org.echolot.ui.main.ThreadWatch.Finding;
import org.junit.jupiter.api.Test;

class ThreadWatchTest {

  private static final Finding ALIVE = new Finding.Alive();

  private final Deque<Runnable> given = new ArrayDeque<>();
  private long now;
  private final ThreadWatch watch =
      new ThreadWatch(Thread.currentThread(), given::add, () -> now, Duration.ofSeconds(5));

  private Finding lookAfter(Duration time) {
    now += time.toNanos();
    return watch.look();
  }

  private Finding lookAfterSecond() {
    return lookAfter(Duration.ofSeconds(1));
  }

  /** The thread does all that it was given. */
  private void work() {
    while (!given.isEmpty()) {
      given.pop().run();
    }
  }

  @Test
  void aThreadThatWorksIsAliveForEver() {
    for (int i = 0; i < 100; i++) {
      assertThat(lookAfterSecond()).isEqualTo(ALIVE);
      work();
    }
  }

  @Test
  void oneThatHangsIsFoundOnceAndThenWhenItIsBack() {
    lookAfterSecond();
    work();
    lookAfterSecond();
    for (int i = 0; i < 4; i++) {
      assertThat(lookAfterSecond()).isEqualTo(ALIVE);
    }
    assertThat(lookAfterSecond()).isEqualTo(new Finding.Hangs(Duration.ofSeconds(5)));
    for (int i = 0; i < 6; i++) {
      assertThat(lookAfterSecond()).isEqualTo(ALIVE);
    }
    assertThat(given).as("what waits for it").hasSize(1);
    work();

    assertThat(lookAfterSecond()).isEqualTo(new Finding.Back(Duration.ofSeconds(12)));
    work();
    assertThat(lookAfterSecond()).isEqualTo(ALIVE);
  }

  @Test
  void aComputerThatSleptIsNoThreadThatHangs() {
    lookAfterSecond();
    work();
    lookAfterSecond();

    assertThat(lookAfter(Duration.ofHours(8))).isEqualTo(ALIVE);
    work();
    assertThat(lookAfterSecond()).isEqualTo(ALIVE);
  }

  @Test
  void oneThatEndedIsFoundAtTheNextLook() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread thread = Threads.startPlatform("ends", () -> awaitQuietly(end));
    ThreadWatch other = new ThreadWatch(thread, given::add, () -> now, Duration.ofSeconds(5));
    assertThat(other.look()).isEqualTo(ALIVE);
    end.countDown();
    thread.join();

    assertThat(other.look()).isEqualTo(new Finding.Ended());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      // It ends all the same.
    }
  }
}
