package org.echolot.dcm4che;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.echolot.concurrent.Deadline;

/** Wakes the one thread that waits until something is so. Any thread may give it. */
final class Signal {

  private final Semaphore given = new Semaphore(0);

  /** Makes {@link #await} look again whether what it waits for is so. */
  void give() {
    if (given.availablePermits() == 0) {
      given.release();
    }
  }

  /**
   * Waits until something is so.
   *
   * @return whether it is; if not, the deadline passed
   */
  boolean await(BooleanSupplier isSo, Deadline deadline) throws InterruptedException {
    while (!isSo.getAsBoolean()) {
      if (!given.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return isSo.getAsBoolean();
      }
      given.drainPermits();
    }
    return true;
  }
}
