package org.echolot.listener;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.echolot.listener.CallerPlace.TurnedOut;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who is connected. A newcomer always gets a place: where there are too many, the one who
 * has waited longest without an association is turned out for it. So a crowd that says nothing
 * keeps nobody from asking. Where all associations are taken, a source that has several gives one
 * up for a caller of a source that has fewer. Safe for use by any thread.
 */
final class Callers {

  /**
   * The most who are connected and have no association. At 5,000 connections a second each then has
   * 200 ms to ask.
   */
  static final int MAX_WAITING = 1_024;

  /** Of those, the most who have asked for TLS; they go only for others who have. */
  static final int MAX_ASKING = MAX_WAITING / 2;

  /** The most who were turned out and are not gone yet, which they are in a moment. */
  static final int MAX_LEAVING = 128;

  private final int maxAssociations;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private final CallersBySource waiting = new CallersBySource();
  private final CallersBySource asking = new CallersBySource();
  private final CallersBySource associated = new CallersBySource();
  private int connections;

  Callers(int maxAssociations) {
    this.maxAssociations = maxAssociations;
  }

  /**
   * Gives a place to a newcomer. Waits only where those who were turned out are not gone yet.
   *
   * @param door closes its connection at once
   * @throws InterruptedException if this thread is interrupted
   */
  CallerPlace enter(InetAddress from, Runnable door) throws InterruptedException {
    CallerPlace caller = new CallerPlace(this, CallerSource.of(from), door);
    CallerPlace out;
    lock.lockInterruptibly();
    try {
      while (connections >= maxAssociations + MAX_WAITING + MAX_LEAVING) {
        left.await();
      }
      connections++;
      out = await(caller);
    } finally {
      lock.unlock();
    }
    turnOut(out);
    return caller;
  }

  /** Has it wait, and returns who has to go for it; null: nobody. */
  private @Nullable CallerPlace await(CallerPlace caller) {
    add(caller, waiting);
    return nextOut();
  }

  /**
   * One who has asked for TLS needs some more time until it may have an association, which a crowd
   * that says nothing must not take from it.
   */
  private @Nullable CallerPlace nextOut() {
    if (asking.size() > MAX_ASKING) {
      return takeNext(asking);
    }
    return waiting.size() + asking.size() > MAX_WAITING ? takeNext(waiting) : null;
  }

  void asks(CallerPlace caller) {
    CallerPlace out = null;
    lock.lock();
    try {
      if (waiting.remove(caller)) {
        add(caller, asking);
        out = nextOut();
      }
    } finally {
      lock.unlock();
    }
    turnOut(out);
  }

  private boolean removeWaiting(CallerPlace caller) {
    return waiting.remove(caller) || asking.remove(caller);
  }

  private static void add(CallerPlace caller, CallersBySource room) {
    caller.idleFrom(System.nanoTime());
    room.add(caller);
  }

  private static CallerPlace takeNext(CallersBySource room) {
    CallerPlace next = room.next();
    boolean _ = room.remove(next);
    return next;
  }

  private static void turnOut(@Nullable CallerPlace caller) {
    if (caller != null) {
      caller.turnOut(TurnedOut.FULL);
    }
  }

  boolean tryAssociate(CallerPlace caller) {
    CallerPlace ended = null;
    CallerPlace out = null;
    lock.lock();
    try {
      boolean full = associated.size() >= maxAssociations;
      if ((full && !mayTakeAnothers(caller)) || !removeWaiting(caller)) {
        return false;
      }
      if (full) {
        ended = takeNext(associated);
        out = await(ended);
      }
      add(caller, associated);
    } finally {
      lock.unlock();
    }
    if (ended != null) {
      ended.endForAnother();
    }
    turnOut(out);
    return true;
  }

  /** Whether the source with the most still has no fewer than the caller's after it. */
  private boolean mayTakeAnothers(CallerPlace caller) {
    int most = associated.countOf(associated.next().source());
    return most > associated.countOf(caller.source()) + 1;
  }

  void used(CallerPlace caller) {
    lock.lock();
    try {
      if (associated.remove(caller)) {
        add(caller, associated);
      }
    } finally {
      lock.unlock();
    }
  }

  void dissociate(CallerPlace caller) {
    CallerPlace out;
    lock.lock();
    try {
      out = associated.remove(caller) ? await(caller) : null;
    } finally {
      lock.unlock();
    }
    turnOut(out);
  }

  void leave(CallerPlace caller) {
    lock.lock();
    try {
      boolean _ = removeWaiting(caller);
      boolean _ = associated.remove(caller);
      connections--;
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until nobody is connected.
   *
   * @return whether that came to pass in time
   * @throws InterruptedException if this thread is interrupted
   */
  boolean awaitNone(Duration timeout) throws InterruptedException {
    long nanos = timeout.toNanos();
    lock.lock();
    try {
      while (connections > 0 && nanos > 0) {
        nanos = left.awaitNanos(nanos);
      }
      return connections == 0;
    } finally {
      lock.unlock();
    }
  }
}
