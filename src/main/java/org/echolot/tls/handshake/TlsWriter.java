package org.echolot.tls.handshake;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;

/**
 * All that is sent on a TLS connection, one at a time: data, and what the engine itself has to say.
 * Safe for use by any thread.
 */
final class TlsWriter {

  /** What a record has beside its data at most, in bytes: header, vector, code, padding. */
  private static final int RECORD_OVERHEAD = 5 + 16 + 64 + 256;

  /** The data that each record but the last holds at least, in bytes. */
  private static final int LEAST_RECORD = 1024;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final RecordStream stream;
  private final ScheduledExecutorService scheduler;
  private final Runnable whenBroken;
  private final Runnable close;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile boolean late;

  /**
   * @param scheduler runs {@code close} where an answer passes its deadline
   * @param whenBroken is run where a write fails, before its caller knows
   * @param close ends a write that waits
   */
  TlsWriter(
      SSLEngine engine,
      RecordStream stream,
      ScheduledExecutorService scheduler,
      Runnable whenBroken,
      Runnable close) {
    this.engine = engine;
    this.stream = stream;
    this.scheduler = scheduler;
    this.whenBroken = whenBroken;
    this.close = close;
  }

  /** Whether so many bytes of data can be written without waiting for the peer. */
  boolean hasRoomFor(int count) {
    return stream.hasRoomFor(count + RECORD_OVERHEAD * (1 + count / LEAST_RECORD));
  }

  /**
   * Encrypts all of it and sends it in one piece. It waits for the peer as long as it takes.
   *
   * @return when the last byte was handed to the system
   */
  Stamp write(byte[] bytes) throws IOException {
    writing.lock();
    try {
      send(TlsRecords.of(ByteBuffer.wrap(bytes), engine));
      return stream.sentAt();
    } finally {
      writing.unlock();
    }
  }

  /** Sends records. It waits for the peer as long as it takes. */
  void send(byte[] records) throws IOException {
    try {
      stream.send(records);
    } catch (IOException e) {
      whenBroken.run();
      throw e;
    }
  }

  /**
   * Sends what the engine has to say.
   *
   * @throws SocketTimeoutException if the peer takes nothing until the deadline; it is closed then
   */
  void answer(Deadline deadline) throws IOException {
    writing.lock();
    try {
      byte[] records = TlsRecords.of(NOTHING, engine);
      if (stream.hasRoomFor(records.length)) {
        send(records);
      } else {
        sendBy(deadline, records);
      }
    } finally {
      writing.unlock();
    }
  }

  private void sendBy(Deadline deadline, byte[] records) throws IOException {
    ScheduledFuture<?> guard =
        scheduler.schedule(this::endLate, deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    try {
      send(records);
    } catch (IOException e) {
      if (late) {
        SocketTimeoutException passed = new SocketTimeoutException("the peer takes nothing");
        passed.initCause(e);
        throw passed;
      }
      throw e;
    } finally {
      guard.cancel(false);
    }
  }

  private void endLate() {
    late = true;
    close.run();
  }

  /** Sends what the engine still has to say, unless that might have to wait for the peer. */
  void sayLast() {
    if (!writing.tryLock()) {
      return;
    }
    try {
      byte[] records = TlsRecords.of(NOTHING, engine);
      if (stream.hasRoomFor(records.length)) {
        stream.send(records);
      }
    } catch (IOException | RuntimeException _) {
      // It is the last word in any case.
    } finally {
      writing.unlock();
    }
  }
}
