package org.echolot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands for the FX thread, or the disk's: what it is given runs when the test says so. */
public final class ByHand implements Executor {

  /** Long enough for anything that is going to happen at all. */
  private static final long DEADLINE_SECONDS = 20;

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable action) {
    waiting.add(action);
  }

  public int waiting() {
    return waiting.size();
  }

  /** Runs what is there, and what that adds. */
  public void runAll() {
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  /** Runs what comes until {@code condition} holds; fails if it never does. */
  public void runUntil(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    try {
      while (!condition.getAsBoolean()) {
        Runnable next = waiting.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        assertThat(next).as(what).isNotNull();
        next.run();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(what, e);
    }
  }
}
