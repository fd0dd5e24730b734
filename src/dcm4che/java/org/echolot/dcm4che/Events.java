package org.echolot.dcm4che;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.echolot.concurrent.Deadline;

/**
 * What happens on dcm4che's threads, kept in order until the thread that runs the check tells it.
 * Safe for use by any thread.
 */
final class Events {

  /** How many are told of one step, so that a peer that floods us can't flood whoever listens. */
  private static final int MAX_TOLD = 1024;

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger taken = new AtomicInteger();

  /** A step begins: an association, a message, a release. */
  void beginStep() {
    taken.set(0);
  }

  /**
   * @param telling tells the listener
   */
  void add(Runnable telling) {
    if (taken.getAndIncrement() < MAX_TOLD) {
      queue.add(telling);
    }
  }

  /** Makes {@link #tellUntil} look again whether what it waits for is so. */
  void wake() {
    queue.add(() -> {});
  }

  /**
   * Tells what happens until something is so.
   *
   * @return whether it is; if not, the deadline passed
   */
  boolean tellUntil(BooleanSupplier isSo, Deadline deadline) throws InterruptedException {
    while (!isSo.getAsBoolean()) {
      Runnable next = queue.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return isSo.getAsBoolean();
      }
      next.run();
    }
    return true;
  }

  /** Tells what happened up to now. */
  void tellRest() {
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      next.run();
    }
  }
}
