package org.echolot.tls.handshake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.pdu.Octets;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.jspecify.annotations.Nullable;

/**
 * A handshake by a deadline, on either side, and why it came to nothing. What a peer that we call
 * has us compute is done by a thread of its own, which is left alone at the deadline and at a stop.
 * Used by one thread, but for {@link #leaveAlone}.
 */
final class GuardedHandshake {

  /** How much later than the deadline it is seen that the handshake itself has seen it. */
  private static final Duration SLACK = Duration.ofMillis(50);

  private final TlsTransport transport;
  private final ScheduledExecutorService scheduler;
  private final CompletableFuture<Void> handshake = new CompletableFuture<>();
  private final ReentrantLock leaving = new ReentrantLock();
  private volatile boolean late;
  private volatile @Nullable Delivery delivery;

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
      if (transport.engine().getUseClientMode()) {
        handshakeApart(deadline);
      } else {
        transport.handshake(deadline);
      }
    } catch (IOException | RuntimeException e) {
      throw failed(e);
    } finally {
      guard.cancel(false);
    }
  }

  private void handshakeApart(Deadline deadline) throws IOException {
    Threads.startPlatform(
        "handshake",
        () -> {
          try {
            transport.handshake(deadline);
            handshake.complete(null);
          } catch (IOException | RuntimeException | Error e) {
            handshake.completeExceptionally(e);
          }
        });
    try {
      Void _ = handshake.get(deadline.remaining().plus(SLACK).toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      SocketTimeoutException passed = new SocketTimeoutException("we still compute");
      passed.initCause(e);
      throw passed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(e.getMessage());
    } catch (CancellationException e) {
      throw new IOException("left alone", e);
    } catch (ExecutionException e) {
      throw faultIn(e);
    }
  }

  private static IOException faultIn(ExecutionException e) {
    return switch (e.getCause()) {
      case IOException broken -> broken;
      case RuntimeException fault -> throw fault;
      case Error error -> throw error;
      case null, default -> new IOException(e);
    };
  }

  /** Waits no longer for it, whatever is computed; the transport is closed. From any thread. */
  void leaveAlone() {
    handshake.cancel(false);
  }

  private TlsException failed(Exception e) {
    TlsFailure failure = failureOf(e);
    if (failure instanceof TlsFailure.DeadlinePassed) {
      leave();
    }
    transport.close();
    return new TlsException(failure, e);
  }

  /** What was acknowledged of what we sent, when our deadline passed; else unknown. */
  Delivery delivery() {
    Delivery seen = delivery;
    return seen == null ? new Delivery.Unknown() : seen;
  }

  /** A peer to which a part of what we asked never came would wait for it behind a FIN. */
  private void leave() {
    leaving.lock();
    try {
      if (delivery == null) {
        // Both threads may come here, and of a socket that is closed nothing is known.
        delivery = Delivery.of(transport.socket());
      }
      if (transport.engine().getUseClientMode()) {
        transport.reset();
      } else {
        transport.close();
      }
    } finally {
      leaving.unlock();
    }
  }

  private TlsFailure failureOf(Exception e) {
    if (late) {
      return new TlsFailure.DeadlinePassed(transport.tap().hasReceived());
    }
    return failureOf(e, transport.tap(), transport.alerts(), transport.isClosed());
  }

  /**
   * What an exception of a handshake is about.
   *
   * @param closed whether it was we who closed
   */
  static TlsFailure failureOf(Exception e, HandshakeTap tap, PeerAlerts alerts, boolean closed) {
    boolean answered = tap.hasReceived();
    if (e instanceof SocketTimeoutException) {
      return new TlsFailure.DeadlinePassed(answered);
    }
    if (closed || Thread.currentThread().isInterrupted()) {
      return new TlsFailure.Stopped();
    }
    TlsAlert alert = alerts.ending();
    if (alert != null) {
      return new TlsFailure.AlertReceived(alert);
    }
    return switch (e) {
      case NotTlsException _ -> new TlsFailure.NotTls(Octets.of(tap.receivedStart()));
      case SSLException _ when tap.bothAreClients() ->
          new TlsFailure.NotTls(Octets.of(tap.receivedStart()));
      case EOFException _ -> new TlsFailure.Closed(answered);
      case SSLException _ when alerts.saidGoodbye() -> new TlsFailure.Closed(answered);
      case SSLException _ when !tap.hasSent() -> new TlsFailure.NothingEnabled(words(e));
      case IOException _ when !(e instanceof SSLException) ->
          new TlsFailure.Reset(answered, words(e));
      case SSLException _ when tap.weAreTheClient() && isAboutCertificate(e) ->
          new TlsFailure.UnreadableCertificate(words(e));
      default -> new TlsFailure.Refused(words(e));
    };
  }

  /** Whether a server's certificate can't be read: what to think of one, we say ourselves. */
  private static boolean isAboutCertificate(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
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
