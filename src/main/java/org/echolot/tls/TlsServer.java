package org.echolot.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * What is needed to be called over TLS, with all files read: our certificate, and whose callers'
 * certificates we take. All that this runtime allows is offered. Safe for use by any thread.
 */
public final class TlsServer {

  /** What is asked of callers (RFC 8446 4.3.2). */
  public enum ClientCertificate {
    /** None is asked for. */
    NOT_ASKED,
    /** One is asked for, and who has none is let in. One that is not trusted is refused. */
    OPTIONAL,
    /** Who has none that is trusted is refused. */
    REQUIRED
  }

  private final SSLContext context;
  private final ClientCertificate clientCertificate;

  /**
   * @param trusted who may have issued callers' certificates; used where they are asked for
   * @throws IOException if this runtime can't make use of them
   */
  TlsServer(
      KeyIdentity identity, List<X509Certificate> trusted, ClientCertificate clientCertificate)
      throws IOException {
    this.clientCertificate = clientCertificate;
    try {
      context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new RecordingKeys(identity, () -> true)}, trustOf(trusted), null);
      context.getServerSessionContext().setSessionCacheSize(1);
    } catch (GeneralSecurityException e) {
      throw new IOException("this runtime has no TLS for it: " + e.getMessage(), e);
    }
  }

  /** Java's own judges: they refuse with the alert that tells a caller what is wrong. */
  private static TrustManager[] trustOf(List<X509Certificate> trusted)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < trusted.size(); i++) {
      store.setCertificateEntry(String.valueOf(i), trusted.get(i));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** What callers are asked for. */
  public ClientCertificate clientCertificate() {
    return clientCertificate;
  }

  /**
   * Takes over the socket of a caller, to make a handshake on it.
   *
   * @param scheduler ends the handshake where a write passes its deadline
   * @throws IOException if the socket is closed or broken already; it is closed then
   */
  public ServerHandshake on(Socket socket, ScheduledExecutorService scheduler) throws IOException {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    switch (clientCertificate) {
      case NOT_ASKED -> engine.setWantClientAuth(false);
      case OPTIONAL -> engine.setWantClientAuth(true);
      case REQUIRED -> engine.setNeedClientAuth(true);
    }
    return new ServerHandshake(new TlsTransport(socket, engine), scheduler);
  }
}
