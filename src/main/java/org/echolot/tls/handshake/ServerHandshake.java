package org.echolot.tls.handshake;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.Transport;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TrustVerdict;
import org.jspecify.annotations.Nullable;

/**
 * One handshake with a caller. One thread makes it; {@link #close} may come from any and ends it at
 * once.
 */
public final class ServerHandshake implements AutoCloseable {

  private final RecordStream stream;
  private final Supplier<SSLEngine> engines;
  private final ScheduledExecutorService scheduler;
  private final ReentrantLock closing = new ReentrantLock();

  /** Guarded by {@link #closing}. */
  private boolean closed;

  /** Null until the caller has asked; set under {@link #closing}. */
  private @Nullable TlsTransport transport;

  /**
   * @param stream on which nothing was said yet
   * @param engines makes an engine that is set up as server, which takes much more than a caller
   *     who says nothing is worth
   * @param scheduler closes the stream where the handshake passes its deadline
   */
  ServerHandshake(
      RecordStream stream, Supplier<SSLEngine> engines, ScheduledExecutorService scheduler) {
    this.stream = stream;
    this.engines = engines;
    this.scheduler = scheduler;
  }

  /**
   * Waits for the caller to ask, and makes the handshake.
   *
   * @param timeout for both together
   * @param whenAsked is run by this thread when the caller has asked
   * @return the connection, to be used by an association; it is closed with that
   * @throws TlsException if it failed; the connection is closed
   */
  public Transport shake(Duration timeout, Runnable whenAsked) throws TlsException {
    Deadline deadline = Deadline.after(timeout);
    try {
      stream.awaitFirstRecord(deadline);
    } catch (IOException e) {
      throw failed(e);
    }
    whenAsked.run();
    TlsTransport made = new TlsTransport(stream, engines.get(), scheduler);
    if (!keep(made)) {
      throw new TlsException(new TlsFailure.Stopped(), null);
    }
    new GuardedHandshake(made, scheduler).shake(deadline.remaining());
    return made;
  }

  /** Whether it was not closed until now; else there is nothing to keep. */
  private boolean keep(TlsTransport made) {
    closing.lock();
    try {
      transport = closed ? null : made;
      return !closed;
    } finally {
      closing.unlock();
    }
  }

  private TlsException failed(IOException e) {
    closing.lock();
    try {
      TlsFailure failure =
          GuardedHandshake.failureOf(e, stream.tap(), new PeerAlerts(stream.tap()), closed);
      stream.close();
      return new TlsException(failure, e);
    } finally {
      closing.unlock();
    }
  }

  /** Whether the caller ever said anything. For any thread. */
  public boolean hasReceived() {
    return stream.hasReceived();
  }

  /**
   * What was agreed on, in one line: version, suite, and who the caller showed to be. Call after
   * {@link #shake}, by the same thread.
   */
  public String agreedOn() {
    SSLSession session = Objects.requireNonNull(transport).engine().getSession();
    return session.getProtocol() + ", " + session.getCipherSuite() + ", " + caller(session);
  }

  private static String caller(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      return chain[0] instanceof X509Certificate own
          ? "certificate of "
              + CertificateFacts.of(own).shortSubject()
              + ", issued by "
              + CertificateFacts.of(own).shortIssuer()
          : "a certificate that is not X.509";
    } catch (SSLPeerUnverifiedException _) {
      return "no client certificate";
    }
  }

  /** Why a handshake with a caller came to nothing, as half a sentence. */
  public static String words(TlsFailure failure) {
    return switch (failure) {
      case TlsFailure.DeadlinePassed(boolean answered) ->
          answered ? "the handshake timed out" : "the caller sent nothing before the timeout";
      case TlsFailure.Stopped _ -> "we stopped";
      case TlsFailure.Closed(boolean answered) ->
          answered
              ? "the caller closed the connection during the handshake"
              : "the caller closed the connection without any message";
      case TlsFailure.Reset(_, String detail) -> "the connection broke (" + detail + ")";
      case TlsFailure.NotTls(var bytes) ->
          bytes.length() > 1 && bytes.unsignedAt(0) == 1 && bytes.unsignedAt(1) == 0
              ? "the caller speaks DICOM without TLS"
              : "the caller does not speak TLS";
      case TlsFailure.AlertReceived(TlsAlert alert) -> "the caller refused with the alert " + alert;
      case TlsFailure.Refused(String detail) -> "we refused: " + detail;
      case TlsFailure.UnreadableCertificate(String detail) ->
          "we cannot read the caller's certificate: " + detail;
      case TlsFailure.NothingEnabled(String detail) -> detail;
      case TlsFailure.Untrusted(TrustVerdict verdict) -> verdict.text();
    };
  }

  /** Closes at once and ends what others wait for; never fails. */
  @Override
  public void close() {
    closing.lock();
    try {
      closed = true;
      if (transport == null) {
        stream.close();
      } else {
        transport.close();
      }
    } finally {
      closing.unlock();
    }
  }
}
