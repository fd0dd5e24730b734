package org.echolot.concurrent;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The threads that tell listeners of conversations while these go on, and the pulse at which they
 * look for what there is to tell: one for all, and only while there is a conversation, so that a
 * short one costs nothing but its own telling. Safe for use by any thread.
 */
public final class Tellers {

  /** How often it is looked for what there is to tell. */
  static final Duration PULSE = Duration.ofMillis(25);

  private final ScheduledExecutorService threads;
  private final Set<Teller<?>> open = ConcurrentHashMap.newKeySet();
  private final Awaited beat = new Awaited();

  /**
   * @param name of the threads
   */
  public Tellers(String name) {
    this.threads = Threads.newTellers(name);
  }

  /** A conversation began to have something to tell. */
  void began(Teller<?> teller) {
    open.add(teller);
    if (beat.begin()) {
      beatLater();
    }
  }

  /** A conversation is over. */
  void ended(Teller<?> teller) {
    open.remove(teller);
  }

  /** Has one of the threads do something soon. */
  void execute(Runnable telling) {
    threads.execute(telling);
  }

  private void beatLater() {
    var _ = threads.schedule(this::beat, PULSE.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void beat() {
    for (Teller<?> teller : open) {
      if (teller.isDue()) {
        threads.execute(teller::tellAll);
      }
    }
    beat.end();
    if (!open.isEmpty() && beat.begin()) {
      beatLater();
    }
  }

  /** Ends the threads when they have told what they were given. */
  public void close() {
    threads.shutdown();
  }
}
