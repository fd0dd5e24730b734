package org.echolot.tls.handshake;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.Transport;

/**
 * TLS on a connected socket, as client or as server (RFC 8446, RFC 5246). The bytes pass through
 * our own hands, so that each wait has a deadline and all that is in plain text is seen.
 *
 * <p>One thread makes the handshake and reads; {@link #write} and {@link #close} may come from any.
 */
public final class TlsTransport implements Transport {

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** How long an alert is looked for behind a connection that broke under a write. */
  private static final Duration LAST_WORD = Duration.ofMillis(200);

  private final RecordStream stream;
  private final PeerAlerts alerts;
  private final SSLEngine engine;
  private final ReentrantLock reading = new ReentrantLock();
  private final TlsWriter writer;
  private final IdleRecords idle = new IdleRecords();

  /** What was decrypted and not read yet; ready to be taken from. */
  private ByteBuffer plain = NOTHING;

  /** What we say first; empty where the peer speaks first, or it was said. */
  private byte[] firstFlight = new byte[0];

  private volatile boolean shaken;
  private volatile boolean closed;

  /**
   * Takes over a stream on which nothing was taken or sent yet; it is then closed with this.
   *
   * @param engine set up as client or server; not begun
   * @param scheduler closes it where an answer of TLS itself passes the deadline of a read
   */
  TlsTransport(RecordStream stream, SSLEngine engine, ScheduledExecutorService scheduler) {
    this.stream = stream;
    this.engine = engine;
    this.alerts = new PeerAlerts(stream.tap());
    this.writer = new TlsWriter(engine, stream, scheduler, this::lookForAlert, this::close);
  }

  /** How long the peer was waited for; see {@link RecordStream#waited}. */
  Duration waited() {
    return stream.waited();
  }

  HandshakeTap tap() {
    return stream.tap();
  }

  SSLEngine engine() {
    return engine;
  }

  /** The alerts that the peer sent. */
  PeerAlerts alerts() {
    return alerts;
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Makes ready what we say first, so that what this process has to load for that is not taken from
   * the peer's time. Call once, before {@link #handshake}.
   *
   * @throws SSLException if we have nothing that we could say
   */
  void prepare() throws IOException {
    engine.beginHandshake();
    while (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
      runTasks();
    }
    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      firstFlight = TlsRecords.of(NOTHING, engine);
    }
  }

  /**
   * Makes the handshake. What it computes has no deadline of its own: close this to end it.
   *
   * @throws SocketTimeoutException if the deadline passed
   * @throws NotTlsException if what came is no TLS
   * @throws EOFException if the peer closed in the middle
   * @throws SSLException if one side refused what the other sent
   * @throws IOException if the connection was closed or broke
   */
  void handshake(Deadline deadline) throws IOException {
    reading.lock();
    try {
      writer.send(firstFlight);
      firstFlight = new byte[0];
      while (!serveHandshake(deadline)) {
        if (!unwrap(deadline)) {
          throw new EOFException("closed in the middle of the handshake");
        }
      }
      shaken = true;
    } catch (SSLException e) {
      throw refused(e);
    } finally {
      reading.unlock();
    }
  }

  /**
   * Does what the engine asks for, as far as nothing has to come for it.
   *
   * @return whether the handshake is over
   */
  private boolean serveHandshake(Deadline deadline) throws IOException {
    while (true) {
      HandshakeStatus status = engine.getHandshakeStatus();
      if (status != HandshakeStatus.NOT_HANDSHAKING) {
        requireNoNewHandshake();
      }
      switch (status) {
        case NEED_TASK -> runTasks();
        case NEED_WRAP -> {
          if (shaken) {
            idle.answers();
          }
          writer.answer(deadline);
        }
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          return false;
        }
        case FINISHED, NOT_HANDSHAKING -> {
          return true;
        }
      }
    }
  }

  /** There is none in TLS 1.3 (RFC 8446 4.1.2), and no use for one before: it is only a risk. */
  private void requireNoNewHandshake() throws SSLException {
    boolean mayBeNew =
        switch (engine.getSession().getProtocol()) {
          case "TLSv1.2", "TLSv1.1", "TLSv1" -> true;
          default -> false;
        };
    if (shaken && mayBeNew && !engine.isInboundDone()) {
      throw new SSLException("the peer requests a new handshake");
    }
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  @Override
  public Socket socket() {
    return stream.socket();
  }

  @Override
  public boolean showsPieces() {
    return false;
  }

  @Override
  public Stamp readAt() {
    return stream.readAt();
  }

  @Override
  public boolean hasReceived() {
    return stream.hasReceived();
  }

  @Override
  public boolean hasArrived() throws IOException {
    return plain.hasRemaining() || stream.hasArrived();
  }

  @Override
  public int read(byte[] bytes, int from, int length, Deadline deadline) throws IOException {
    reading.lock();
    try {
      while (!plain.hasRemaining()) {
        boolean _ = serveHandshake(deadline);
        if (!unwrap(deadline)) {
          return -1;
        }
        idle.came(plain.hasRemaining());
      }
      int count = Math.min(length, plain.remaining());
      plain.get(bytes, from, count);
      return count;
    } catch (SSLException e) {
      throw refused(e);
    } finally {
      reading.unlock();
    }
  }

  /**
   * Decrypts one record, waiting for it if need be.
   *
   * @return whether there may be more; false where the peer closed
   */
  private boolean unwrap(Deadline deadline) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    if (!stream.holdsBytes() && !stream.hasEnded()) {
      // Not after the engine was asked in vain: from when we have spoken, the peer's time counts.
      stream.fill(deadline, engine.getSession().getPacketBufferSize());
    }
    while (!stream.hasEnded()) {
      SSLEngineResult result = engine.unwrap(stream.arrived(!shaken), target);
      stream.taken();
      switch (result.getStatus()) {
        case OK -> {
          plain = target.flip();
          if (deadline.hasPassed()) {
            throw new SocketTimeoutException();
          }
          return true;
        }
        case BUFFER_UNDERFLOW -> stream.fill(deadline, engine.getSession().getPacketBufferSize());
        case BUFFER_OVERFLOW -> target = TlsRecords.larger(target);
        case CLOSED -> stream.end();
      }
    }
    return false;
  }

  @Override
  public Stamp write(byte[] bytes) throws IOException {
    return writer.write(bytes);
  }

  @Override
  public boolean hasRoomFor(int count) {
    return writer.hasRoomFor(count);
  }

  /** A peer that says why and closes at once has said it, though our write fails. */
  private void lookForAlert() {
    if (closed || !reading.tryLock()) {
      return;
    }
    try {
      Deadline soon = Deadline.after(LAST_WORD);
      while (unwrap(soon)) {
        runTasks();
      }
    } catch (IOException | RuntimeException e) {
      alerts.heard(e);
    } finally {
      reading.unlock();
    }
  }

  /** Keeps the alert that came, and sends the one that the engine wants sent. */
  private SSLException refused(SSLException e) {
    alerts.heard(e);
    writer.sayLast();
    return e;
  }

  /** Says goodbye (RFC 8446 6.1) where that needs no waiting, and closes at once. */
  @Override
  public void close() {
    boolean first = !closed;
    closed = true;
    if (first && shaken && !engine.isOutboundDone()) {
      engine.closeOutbound();
      writer.sayLast();
    }
    stream.close();
  }
}
