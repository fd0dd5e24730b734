package org.echolot.tls.handshake;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLEngine;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.association.Transport;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.trust.TrustJudge;
import org.jspecify.annotations.Nullable;

/**
 * One handshake with a peer, and all that it shows. One thread makes it; {@link #close} may come
 * from any and ends it at once.
 */
public final class ClientHandshake implements AutoCloseable {

  private final TlsClient client;
  private final RecordingTrust trust;
  private final RecordingKeys keys;
  private final TlsTransport transport;
  private final GuardedHandshake guarded;
  private Duration handshakeTook = Duration.ZERO;

  /**
   * Takes over a connected socket.
   *
   * @param scheduler ends the handshake where a write passes its deadline
   * @throws IOException if the socket is closed or broken already; it is closed then
   */
  public ClientHandshake(TlsClient client, Socket socket, ScheduledExecutorService scheduler)
      throws IOException {
    this.client = client;
    this.trust = new RecordingTrust(this::judge);
    this.keys = new RecordingKeys(client.identity(), this::isTrusted);
    SSLEngine engine = TlsEngines.client(client, keys, trust);
    this.transport = new TlsTransport(new RecordStream(socket), engine, scheduler);
    this.guarded = new GuardedHandshake(transport, scheduler);
  }

  private TrustVerdict judge(List<X509Certificate> chain) {
    return new TrustJudge(client.settings(), client.name(), client.trusted(), Instant.now())
        .judge(chain);
  }

  private boolean isTrusted() {
    TrustVerdict verdict = trust.verdict();
    return verdict != null && verdict.isTrusted();
  }

  /**
   * Makes the handshake.
   *
   * @param timeout for all of it, from when we begin to speak
   * @return the connection, to be used by an association; it is closed with that
   * @throws TlsException if it failed, or the peer is not to be trusted; the connection is closed
   */
  public Transport shake(Duration timeout) throws TlsException {
    try {
      guarded.shake(timeout);
      handshakeTook = transport.waited();
    } catch (TlsException e) {
      handshakeTook =
          e.failure() instanceof TlsFailure.DeadlinePassed ? timeout : transport.waited();
      throw e;
    }
    TrustVerdict verdict = trust.verdict();
    if (verdict == null || !verdict.isTrusted()) {
      transport.close();
      throw new TlsException(
          verdict == null
              ? new TlsFailure.Refused("the peer sent no certificate")
              : new TlsFailure.Untrusted(verdict),
          null);
    }
    return transport;
  }

  /**
   * How long the peer took for the handshake, or was waited for where it failed: without what we
   * computed.
   */
  public Duration took() {
    return handshakeTook;
  }

  /** What was seen until now; also after a failure, and of what came behind the handshake. */
  public TlsReport report() {
    return HandshakeReports.of(client, transport, trust, keys);
  }

  /** The alert by which the peer ended it, be it long after the handshake; null if none did. */
  public @Nullable TlsAlert endingAlert() {
    return transport.alerts().ending();
  }

  /** What was acknowledged of what we sent, when our deadline passed; else unknown. */
  public Delivery delivery() {
    return guarded.delivery();
  }

  /**
   * The type of key of the certificate that we have to show if the peer asks for one, as in {@code
   * RSA}; null: none.
   */
  public @Nullable String clientKey() {
    return client.ownChain().isEmpty()
        ? null
        : CertificateFacts.of(client.ownChain().getFirst()).keyType();
  }

  /** Closes at once and ends what others wait for; never fails. */
  @Override
  public void close() {
    transport.close();
    guarded.leaveAlone();
  }
}
