package org.echolot.dicom.association;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the system takes for a new connection without waiting, though the peer reads nothing. Every
 * system has more. A write within it needs no guard, which would cost a short check a good part of
 * its time. Safe for use by any thread.
 */
public final class SureRoom {

  private static final int BYTES = 8 * 1024;

  /** What the system's own records of a write take of its buffer at most, in bytes. */
  private static final int WRITE_OVERHEAD = 1024;

  private final AtomicInteger left = new AtomicInteger(BYTES);

  /** Whether a write of so many bytes surely fits. */
  public boolean hasRoomFor(int count) {
    return count + WRITE_OVERHEAD <= left.get();
  }

  /** So many bytes are written. */
  public void taken(int count) {
    int _ = left.updateAndGet(had -> Math.max(0, had - count - WRITE_OVERHEAD));
  }
}
