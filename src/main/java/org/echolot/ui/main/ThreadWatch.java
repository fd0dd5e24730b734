package org.echolot.ui.main;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Notices that the thread that shows all does not get on, or has ended: what it shows is then no
 * longer true. Whoever has it look, about once a second and by another thread, learns by its
 * answers.
 */
final class ThreadWatch {

  /** What a look found. */
  sealed interface Finding {

    /** It gets on. */
    record Alive() implements Finding {}

    /**
     * It has done nothing of what it was given for too long. Found once, until it gets on.
     *
     * @param since how long it has done nothing
     */
    record Hangs(Duration since) implements Finding {}

    /**
     * It gets on again.
     *
     * @param after how long it did nothing, to about the time between two looks
     */
    record Back(Duration after) implements Finding {}

    /** It has ended, and nothing is shown any more. */
    record Ended() implements Finding {}
  }

  /** Looks that are farther apart than this were held up themselves: the computer slept. */
  private static final Duration HELD_UP = Duration.ofSeconds(3);

  private final Thread thread;
  private final Executor work;
  private final LongSupplier nanos;
  private final Duration patience;

  private volatile boolean answered = true;
  private long askedAt;
  private long lookedAt;
  private boolean hangs;

  /**
   * @param work hands over to the thread
   * @param nanos the time, as {@link System#nanoTime}
   * @param patience how long the thread may do nothing
   */
  ThreadWatch(Thread thread, Executor work, LongSupplier nanos, Duration patience) {
    this.thread = thread;
    this.work = work;
    this.nanos = nanos;
    this.patience = patience;
    this.askedAt = nanos.getAsLong();
    this.lookedAt = askedAt;
  }

  /** Looks, and asks the thread for a sign for the next look. For use by one thread. */
  Finding look() {
    long now = nanos.getAsLong();
    boolean heldUp = now - lookedAt > HELD_UP.toNanos();
    lookedAt = now;
    if (!thread.isAlive()) {
      return new Finding.Ended();
    }
    if (answered) {
      Duration after = Duration.ofNanos(now - askedAt);
      askedAt = now;
      answered = false;
      work.execute(() -> answered = true);
      boolean wasHung = hangs;
      hangs = false;
      return wasHung ? new Finding.Back(after) : new Finding.Alive();
    }
    if (heldUp && !hangs) {
      askedAt = now;
    }
    Duration since = Duration.ofNanos(now - askedAt);
    if (!hangs && since.compareTo(patience) >= 0) {
      hangs = true;
      return new Finding.Hangs(since);
    }
    return new Finding.Alive();
  }
}
