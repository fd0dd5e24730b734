package org.echolot.tls.handshake;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.echolot.dicom.association.Transport;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TrustVerdict;

/**
 * One handshake with a caller. One thread makes it; {@link #close} may come from any and ends it at
 * once.
 */
public final class ServerHandshake implements AutoCloseable {

  private final TlsTransport transport;
  private final GuardedHandshake guarded;

  /**
   * @param transport on which nothing was said yet
   * @param scheduler closes it where the handshake passes its deadline
   */
  ServerHandshake(TlsTransport transport, ScheduledExecutorService scheduler) {
    this.transport = transport;
    this.guarded = new GuardedHandshake(transport, scheduler);
  }

  /**
   * Makes the handshake.
   *
   * @return the connection, to be used by an association; it is closed with that
   * @throws TlsException if it failed; the connection is closed
   */
  public Transport shake(Duration timeout) throws TlsException {
    guarded.shake(timeout);
    return transport;
  }

  /** Whether the caller ever said anything. For any thread. */
  public boolean hasReceived() {
    return transport.hasReceived();
  }

  /** What was agreed on, in one line: version, suite, and who the caller showed to be. */
  public String agreedOn() {
    SSLSession session = transport.engine().getSession();
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
          answered ? "it did not end in time" : "the caller said nothing in time";
      case TlsFailure.Stopped _ -> "we stopped";
      case TlsFailure.Closed(boolean answered) ->
          answered ? "the caller closed in the middle of it" : "the caller closed without a word";
      case TlsFailure.Reset(_, String detail) -> "the connection broke (" + detail + ")";
      case TlsFailure.NotTls(var bytes) ->
          bytes.length() > 1 && bytes.unsignedAt(0) == 1 && bytes.unsignedAt(1) == 0
              ? "the caller speaks DICOM without TLS"
              : "the caller does not speak TLS";
      case TlsFailure.AlertReceived(TlsAlert alert) -> "the caller refused with the alert " + alert;
      case TlsFailure.Refused(String detail) -> "we refused: " + detail;
      case TlsFailure.NothingEnabled(String detail) -> detail;
      case TlsFailure.Untrusted(TrustVerdict verdict) -> verdict.text();
    };
  }

  /** Closes at once and ends what others wait for; never fails. */
  @Override
  public void close() {
    transport.close();
  }
}
