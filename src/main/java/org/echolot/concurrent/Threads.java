package org.echolot.concurrent;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/** The one place that makes threads. Each has a name that tells what it is for. */
public final class Threads {

  private Threads() {}

  /** Starts a virtual thread for work that waits: for a peer, a name server, a file. */
  public static Thread startVirtual(String name, Runnable work) {
    return Thread.ofVirtual().name(name).start(work);
  }

  /** Makes virtual threads named {@code prefix} and a number. */
  public static ThreadFactory virtualFactory(String prefix) {
    return Thread.ofVirtual().name(prefix, 1).factory();
  }

  /** Runs what it is given one after the other, on virtual threads; it holds up no exit. */
  public static ExecutorService newSerial(String name) {
    return Executors.newSingleThreadExecutor(virtualFactory(name + " "));
  }

  /**
   * A single daemon thread that runs short actions at a given time; cancelled ones are forgotten at
   * once.
   */
  public static ScheduledExecutorService newScheduler(String name) {
    ThreadFactory factory = Thread.ofPlatform().daemon().name(name).factory();
    ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, factory);
    scheduler.setRemoveOnCancelPolicy(true);
    return Executors.unconfigurableScheduledExecutorService(scheduler);
  }
}
