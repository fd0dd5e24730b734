package org.echolot.dicom.association;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.pdu.Octets;
import org.jspecify.annotations.Nullable;

/**
 * Writes PDUs to a transport, each in one piece and by a deadline, though the platform's own write
 * has none: one that does not end in time is ended by closing the transport, with a reset. Safe for
 * use by any thread.
 */
final class PduWriter {

  /** A write that takes longer is waiting for the peer. */
  private static final Duration STUCK = Duration.ofMillis(20);

  /**
   * How long the last PDU before a stop may take to leave. It fits the buffers but of late peers.
   */
  private static final Duration LAST_WORD = Duration.ofMillis(100);

  private final Transport transport;
  private final ScheduledExecutorService scheduler;
  private final ReentrantLock writing = new ReentrantLock();

  private volatile boolean timedOut;
  private volatile @Nullable Delivery deliveryWhenStuck;

  PduWriter(Transport transport, ScheduledExecutorService scheduler) {
    this.transport = transport;
    this.scheduler = scheduler;
  }

  /**
   * Writes.
   *
   * @return when its last byte was handed to the system
   * @throws SocketTimeoutException if the deadline passed
   * @throws IOException if the connection was closed or broke
   */
  Stamp write(Octets bytes, Deadline deadline) throws IOException {
    writing.lock();
    try {
      return writeAll(bytes, deadline.remaining());
    } catch (IOException e) {
      if (timedOut) {
        SocketTimeoutException late = new SocketTimeoutException("the peer takes nothing");
        late.initCause(e);
        throw late;
      }
      throw e;
    } finally {
      writing.unlock();
    }
  }

  /** What was acknowledged of what was written, when a write passed its deadline or else now. */
  Delivery delivery() {
    Delivery whenStuck = deliveryWhenStuck;
    return whenStuck == null ? Delivery.of(transport.socket()) : whenStuck;
  }

  /**
   * Writes a last PDU, unless it would have to wait for another write, or for a peer that does not
   * take it at once.
   *
   * @return when it was written; null if it was not
   */
  @Nullable Stamp writeLast(Octets bytes) {
    if (!mayWrite()) {
      return null;
    }
    try {
      return writeAll(bytes, LAST_WORD);
    } catch (IOException _) {
      // The peer is gone already.
      return null;
    } finally {
      writing.unlock();
    }
  }

  /** Takes the lock, unless another thread is held up in a write. */
  private boolean mayWrite() {
    try {
      return writing.tryLock(STUCK.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Stamp writeAll(Octets bytes, Duration timeout) throws IOException {
    if (transport.hasRoomFor(bytes.length())) {
      return transport.write(bytes.toByteArray());
    }
    ScheduledFuture<?> guard =
        scheduler.schedule(this::endStuckWrite, timeout.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return transport.write(bytes.toByteArray());
    } finally {
      guard.cancel(false);
    }
  }

  private void endStuckWrite() {
    timedOut = true;
    deliveryWhenStuck = Delivery.of(transport.socket());
    transport.reset();
  }
}
