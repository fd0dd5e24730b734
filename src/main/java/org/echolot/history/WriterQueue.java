package org.echolot.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.echolot.check.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * Results that wait to be written. Bounded: what comes when it is full is counted and lost, and
 * whoever brings it goes on at once. For any number of threads that bring, and one that takes.
 */
final class WriterQueue {

  /** Some 20 seconds of more checks than any network takes. */
  static final int MOST = 20_000;

  /** One transaction holds up no other program for longer than a moment. */
  static final int MOST_AT_ONCE = 4_000;

  /** Nothing to be written, but a reason to look whether there is something else to do. */
  private static final Entry WAKE = new Entry(null);

  private record Entry(@Nullable CheckResult result) {}

  private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST);
  private final AtomicLong lost = new AtomicLong();

  void add(CheckResult result) {
    if (!waiting.offer(new Entry(result))) {
      lost.incrementAndGet();
    }
  }

  /** Has whoever takes results go on at once. */
  void wake() {
    boolean _ = waiting.offer(WAKE); // where it is full, nobody sleeps
  }

  /** How many were lost since this was asked last. */
  long takeLost() {
    return lost.getAndSet(0);
  }

  /**
   * What is there, and what comes within {@code gathering} after the first.
   *
   * @param patience how long to wait for the first
   */
  List<CheckResult> next(Duration patience, Duration gathering) throws InterruptedException {
    List<CheckResult> batch = new ArrayList<>();
    @Nullable Entry next = waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    long end = System.nanoTime() + gathering.toNanos();
    while (next != null && next.result() != null) {
      batch.add(next.result());
      next =
          batch.size() >= MOST_AT_ONCE
              ? null
              : waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    return batch;
  }

  /** What is there now. */
  List<CheckResult> drained() {
    List<CheckResult> batch = new ArrayList<>();
    for (Entry next = waiting.poll(); next != null; next = waiting.poll()) {
      if (next.result() != null) {
        batch.add(next.result());
      }
      if (batch.size() >= MOST_AT_ONCE) {
        break;
      }
    }
    return batch;
  }
}
