package org.echolot.listener;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts who is connected and who has an association, so that neither gets out of hand. Safe for
 * use by any thread.
 */
final class Callers {

  /** Connections beyond the associations, which have yet to ask or wait for their rejection. */
  static final int MAX_WITHOUT_ASSOCIATION = 64;

  private final int maxAssociations;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private int connections;
  private int associations;

  Callers(int maxAssociations) {
    this.maxAssociations = maxAssociations;
  }

  /** Counts a connection, unless there are too many already. */
  boolean tryConnect() {
    lock.lock();
    try {
      boolean room = connections < maxAssociations + MAX_WITHOUT_ASSOCIATION;
      if (room) {
        connections++;
      }
      return room;
    } finally {
      lock.unlock();
    }
  }

  /** A connection that was counted has ended. */
  void disconnected() {
    lock.lock();
    try {
      connections--;
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Counts an association, unless there are as many as there may be. */
  boolean tryAssociate() {
    lock.lock();
    try {
      boolean room = associations < maxAssociations;
      if (room) {
        associations++;
      }
      return room;
    } finally {
      lock.unlock();
    }
  }

  /** An association that was counted has ended. */
  void dissociated() {
    lock.lock();
    try {
      associations--;
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
