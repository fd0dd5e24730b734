package org.echolot.concurrent;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether something that was asked for has yet to come, so that it is asked for once. What does not
 * come for {@link #PATIENCE}, because a fault or a lack of memory got in its way, may be asked for
 * again: whoever awaited it for ever would never go on. Safe for use by any thread.
 */
public final class Awaited {

  /** Longer than whatever is awaited takes, unless all stands still. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LongSupplier nanoTime;
  private boolean awaited;
  private long sinceNanos;

  public Awaited() {
    this(System::nanoTime);
  }

  Awaited(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether the caller is the one to ask for it; it is awaited from now on. */
  public synchronized boolean begin() {
    long now = nanoTime.getAsLong();
    if (awaited && now - sinceNanos < PATIENCE.toNanos()) {
      return false;
    }
    awaited = true;
    sinceNanos = now;
    return true;
  }

  /** It came. */
  public synchronized void end() {
    awaited = false;
  }
}
