package org.echolot.tls.handshake;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.pdu.Octets;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;

/** A handshake by a deadline, on either side, and why it came to nothing. Used by one thread. */
final class GuardedHandshake {

  private final TlsTransport transport;
  private final ScheduledExecutorService scheduler;
  private volatile boolean late;

  /**
   * @param scheduler closes the transport where a write passes the deadline
   */
  GuardedHandshake(TlsTransport transport, ScheduledExecutorService scheduler) {
    this.transport = transport;
    this.scheduler = scheduler;
  }

  /**
   * @param timeout for all of it, from when we begin to speak
   * @throws TlsException if it failed; the transport is closed
   */
  void shake(Duration timeout) throws TlsException {
    try {
      transport.prepare();
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    }
    Deadline deadline = Deadline.after(timeout);
    ScheduledFuture<?> guard =
        scheduler.schedule(
            () -> {
              late = true;
              leave();
            },
            deadline.remaining().toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      transport.handshake(deadline);
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    } finally {
      guard.cancel(false);
    }
  }

  private TlsException failed(Exception e) {
    TlsFailure failure = failureOf(e);
    if (failure instanceof TlsFailure.DeadlinePassed) {
      leave();
    }
    transport.close();
    return new TlsException(failure, e);
  }

  /** A peer to which a part of what we asked never came would wait for it behind a FIN. */
  private void leave() {
    if (transport.engine().getUseClientMode()) {
      transport.reset();
    } else {
      transport.close();
    }
  }

  private TlsFailure failureOf(Exception e) {
    boolean answered = transport.tap().hasReceived();
    if (late || e instanceof SocketTimeoutException) {
      return new TlsFailure.DeadlinePassed(answered);
    }
    if (transport.isClosed() || Thread.currentThread().isInterrupted()) {
      return new TlsFailure.Stopped();
    }
    TlsAlert alert = transport.alerts().ending();
    if (alert != null) {
      return new TlsFailure.AlertReceived(alert);
    }
    return switch (e) {
      case NotTlsException _ -> new TlsFailure.NotTls(Octets.of(transport.tap().receivedStart()));
      case EOFException _ -> new TlsFailure.Closed(answered);
      case SSLException _ when transport.alerts().saidGoodbye() -> new TlsFailure.Closed(answered);
      case SSLException _ when !transport.tap().hasSent() ->
          new TlsFailure.NothingEnabled(words(e));
      case IOException _ when !(e instanceof SSLException) ->
          new TlsFailure.Reset(answered, words(e));
      default -> new TlsFailure.Refused(words(e));
    };
  }

  /** The innermost fault says what it is about. */
  private static String words(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
