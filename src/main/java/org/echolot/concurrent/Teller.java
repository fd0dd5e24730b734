package org.echolot.concurrent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells of events in the order in which they happened, and not while they happen, so that no
 * listener takes of the time that is measured. What happens is told {@link #DELAY} later, by
 * another thread, unless a listener is still busy with what was before: a live log stays live. A
 * conversation that is over before that is told when it is over, so that the telling does not
 * compete with it for the processor.
 *
 * <p>Bounded: where listeners are so slow that {@link #MAX_WEIGHT} waits, what comes then is left
 * out and counted, and one event in its place says how many. Safe for use by any thread.
 *
 * @param <E> an event, a value
 */
public final class Teller<E> implements AutoCloseable {

  /**
   * About how much later than it happens something is told: nobody sees that, and most
   * conversations are over before.
   */
  static final Duration DELAY = Duration.ofMillis(50);

  /** How much may wait to be told; see {@link Scale}. About as many bytes. */
  public static final int MAX_WEIGHT = 8 << 20;

  private static final Duration FOREVER = Duration.ofDays(10_000);

  /** How much of the bound an event takes, and whether it may be left out at all. */
  public interface Scale<E> {

    /** About how many bytes the event takes in memory. */
    int weightOf(E event);

    /** Whether it is told even where too much waits; there are few such in any conversation. */
    boolean isIndispensable(E event);

    /** What is told in the place of events that were left out. */
    E leftOut(int count);
  }

  private final List<Consumer<? super E>> listeners;
  private final Scale<E> scale;
  private final Tellers tellers;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition allTold = lock.newCondition();
  private final Queue<E> waiting = new ArrayDeque<>();
  private int weight;
  private int leftOut;
  private boolean telling;
  private boolean begun;
  private boolean closed;
  private long waitingSinceNanos;

  /**
   * @param listeners each is told, also where one before it throws: that goes to the thread's
   *     handler of uncaught exceptions
   * @param tellers tell what happens while a conversation goes on
   */
  public Teller(List<Consumer<? super E>> listeners, Scale<E> scale, Tellers tellers) {
    this.listeners = List.copyOf(listeners);
    this.scale = scale;
    this.tellers = tellers;
  }

  /** Takes an event to be told, and returns at once. After {@link #close} it does nothing. */
  public void tell(E event) {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      int more = scale.weightOf(event);
      if (weight + more > MAX_WEIGHT && !scale.isIndispensable(event)) {
        leftOut++;
        return;
      }
      if (waiting.isEmpty()) {
        waitingSinceNanos = System.nanoTime();
      }
      addLeftOut();
      add(event, more);
      begin();
    } finally {
      lock.unlock();
    }
  }

  private void begin() {
    if (!begun) {
      begun = true;
      tellers.began(this);
    }
  }

  /** Whether something has waited to be told for long enough. */
  boolean isDue() {
    lock.lock();
    try {
      return !telling
          && !waiting.isEmpty()
          && System.nanoTime() - waitingSinceNanos >= DELAY.toNanos() - Tellers.PULSE.toNanos();
    } finally {
      lock.unlock();
    }
  }

  private void add(E event, int more) {
    waiting.add(event);
    weight += more;
  }

  private void addLeftOut() {
    if (leftOut > 0) {
      E instead = scale.leftOut(leftOut);
      leftOut = 0;
      add(instead, scale.weightOf(instead));
    }
  }

  /** Tells what there is to tell, unless another thread is at it. */
  void tellAll() {
    if (!mayTell()) {
      return;
    }
    for (E next = next(); next != null; next = next()) {
      for (Consumer<? super E> listener : listeners) {
        tell(listener, next);
      }
    }
  }

  private boolean mayTell() {
    lock.lock();
    try {
      boolean mine = !telling;
      telling = true;
      return mine;
    } finally {
      lock.unlock();
    }
  }

  /** The next event to be told; null, and whoever waits for that is woken, if there is none. */
  private @Nullable E next() {
    lock.lock();
    try {
      E next = waiting.poll();
      if (next == null) {
        telling = false;
        allTold.signalAll();
      } else {
        weight -= scale.weightOf(next);
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  private static <E> void tell(Consumer<? super E> listener, E event) {
    try {
      listener.accept(event);
    } catch (RuntimeException | Error e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /**
   * Ends the conversation: tells the rest by the calling thread, as long as that takes. Not to be
   * called by a listener.
   */
  @Override
  public void close() {
    end();
    tellAll();
    boolean _ = awaitTold(FOREVER);
  }

  /**
   * Ends the conversation: has the rest told, and waits for that. Not to be called by a listener.
   *
   * @param patience how long listeners may take
   * @return whether all was told in time
   */
  public boolean finish(Duration patience) {
    end();
    tellers.execute(this::tellAll);
    return awaitTold(patience);
  }

  private void end() {
    lock.lock();
    try {
      closed = true;
      addLeftOut();
    } finally {
      lock.unlock();
    }
    tellers.ended(this);
  }

  /** An interrupt is kept for later. */
  private boolean awaitTold(Duration patience) {
    boolean interrupted = false;
    long nanos = patience.toNanos();
    lock.lock();
    try {
      while ((telling || !waiting.isEmpty()) && nanos > 0) {
        try {
          nanos = allTold.awaitNanos(nanos);
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
      return !telling && waiting.isEmpty();
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
