package org.echolot.dcm4che;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationListener;

/**
 * Tells what happens on dcm4che's threads, in order. An answer may be read before the thread that
 * sent what it answers knows that it did: what happens while something is being sent is told behind
 * it. Safe for use by any thread.
 */
final class Events {

  /** How many are told of one step, so that a peer that floods us can't flood whoever listens. */
  private static final int MAX_TOLD = 1024;

  private final AssociationListener listener;

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<AssociationEvent> behind = new ArrayDeque<>();
  private int sending;
  private int taken;

  /**
   * @param listener returns at once; it is told by any thread, never by two at the same time
   */
  Events(AssociationListener listener) {
    this.listener = listener;
  }

  /** A step begins: an association, a message, a release. */
  void beginStep() {
    lock.lock();
    try {
      taken = 0;
    } finally {
      lock.unlock();
    }
  }

  void tell(AssociationEvent event) {
    lock.lock();
    try {
      if (taken++ >= MAX_TOLD) {
        return;
      }
      if (sending > 0) {
        behind.add(event);
      } else {
        listener.told(event);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Something is about to be sent; {@link #sent} follows in every case. */
  void sending() {
    lock.lock();
    try {
      sending++;
    } finally {
      lock.unlock();
    }
  }

  /**
   * It was sent, or could not be.
   *
   * @param events what there is to tell of it; nothing if it was not sent
   */
  void sent(List<AssociationEvent> events) {
    lock.lock();
    try {
      if (taken < MAX_TOLD) {
        events.forEach(listener::told);
      }
      taken += events.size();
      if (--sending == 0) {
        tellBehind();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Tells what happened up to now, also where something is still being sent. */
  void tellRest() {
    lock.lock();
    try {
      tellBehind();
    } finally {
      lock.unlock();
    }
  }

  private void tellBehind() {
    behind.forEach(listener::told);
    behind.clear();
  }
}
