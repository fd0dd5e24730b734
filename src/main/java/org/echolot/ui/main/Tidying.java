package org.echolot.ui.main;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Gives memory that a run of checks left back to the system, some time after the last one. Nothing
 * else would: without work Java does not look at its heap. To be asked on the FX thread, every
 * second or so.
 */
final class Tidying {

  /** So many looks without work: then nobody waits for the moment that it takes. */
  private static final int QUIET_LOOKS = 30;

  private final BooleanSupplier isBusy;
  private final Executor background;
  private final Runnable tidy;

  private boolean hasWorked = true; // the start itself leaves something
  private int quietLooks;

  /**
   * @param isBusy whether checks run
   * @param background runs {@code tidy}
   * @param tidy collects what nobody needs any more
   */
  Tidying(BooleanSupplier isBusy, Executor background, Runnable tidy) {
    this.isBusy = isBusy;
    this.background = background;
    this.tidy = tidy;
  }

  /** Looks whether it is time. */
  void look() {
    if (isBusy.getAsBoolean()) {
      hasWorked = true;
      quietLooks = 0;
    } else if (hasWorked && ++quietLooks >= QUIET_LOOKS) {
      hasWorked = false;
      quietLooks = 0;
      background.execute(tidy);
    }
  }
}
