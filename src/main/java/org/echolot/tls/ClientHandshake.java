package org.echolot.tls;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.echolot.dicom.association.Deadline;
import org.echolot.dicom.association.Transport;
import org.echolot.dicom.pdu.Octets;
import org.jspecify.annotations.Nullable;

/**
 * One handshake with a peer, and all that it shows. One thread makes it; {@link #close} may come
 * from any and ends it at once.
 */
public final class ClientHandshake implements AutoCloseable {

  private final TlsClient client;
  private final ScheduledExecutorService scheduler;
  private final RecordingTrust trust;
  private final RecordingKeys keys;
  private final TlsTransport transport;
  private volatile boolean late;

  ClientHandshake(TlsClient client, Socket socket, ScheduledExecutorService scheduler)
      throws IOException {
    this.client = client;
    this.scheduler = scheduler;
    this.trust = new RecordingTrust(client::judge);
    this.keys = new RecordingKeys(client.identity(), this::isTrusted);
    SSLEngine engine = Engines.client(client, keys, trust);
    this.transport = new TlsTransport(socket, engine);
  }

  private boolean isTrusted() {
    TrustVerdict verdict = trust.verdict();
    return verdict != null && verdict.isTrusted();
  }

  /**
   * Makes the handshake.
   *
   * @return the connection, to be used by an association; it is closed with that
   * @throws TlsException if it failed, or the peer is not to be trusted; the connection is closed
   */
  public Transport shake(Deadline deadline) throws TlsException {
    ScheduledFuture<?> guard =
        scheduler.schedule(
            () -> {
              late = true;
              transport.close();
            },
            deadline.remaining().toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      transport.handshake(deadline);
    } catch (IOException | RuntimeException e) {
      TlsFailure failure = failureOf(e);
      transport.close();
      throw new TlsException(failure, e);
    } finally {
      guard.cancel(false);
    }
    TrustVerdict verdict = trust.verdict();
    if (verdict == null || !verdict.isTrusted()) {
      transport.close();
      throw new TlsException(
          verdict == null
              ? new TlsFailure.Refused("the peer showed no certificate")
              : new TlsFailure.Untrusted(verdict),
          null);
    }
    return transport;
  }

  private TlsFailure failureOf(Exception e) {
    boolean answered = transport.tap().hasReceived();
    if (late || e instanceof SocketTimeoutException) {
      return new TlsFailure.DeadlinePassed(answered);
    }
    if (transport.isClosed() || Thread.currentThread().isInterrupted()) {
      return new TlsFailure.Stopped();
    }
    TlsAlert alert = transport.endingAlert();
    if (alert != null) {
      return new TlsFailure.AlertReceived(alert);
    }
    return switch (e) {
      case NotTlsException _ -> new TlsFailure.NotTls(Octets.of(transport.tap().receivedStart()));
      case EOFException _ -> new TlsFailure.Closed(answered);
      case SSLException _ when transport.saidGoodbye() -> new TlsFailure.Closed(answered);
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

  /** What was seen until now; also after a failure, and of what came behind the handshake. */
  public TlsReport report() {
    return HandshakeReports.of(client, transport, trust, keys);
  }

  /** The alert by which the peer ended it, be it long after the handshake; null if none did. */
  public @Nullable TlsAlert endingAlert() {
    return transport.endingAlert();
  }

  /** Whether there is a certificate to show if the peer asks for one. */
  public boolean hasClientCertificate() {
    return !client.ownChain().isEmpty();
  }

  /** Closes at once and ends what others wait for; never fails. */
  @Override
  public void close() {
    transport.close();
  }
}
