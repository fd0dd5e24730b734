package org.echolot.tls.handshake;

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
import org.echolot.tls.TlsServer;

/** Makes the handshakes with all callers of one server. Safe for use by any thread. */
public final class ServerHandshakes {

  private final SSLContext context;
  private final TlsServer server;

  /**
   * @throws IOException if this runtime can't make use of the server's keys
   */
  public ServerHandshakes(TlsServer server) throws IOException {
    this.server = server;
    try {
      context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new RecordingKeys(server.identity(), () -> true)},
          trustOf(server.trusted()),
          null);
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

  /**
   * Takes over the socket of a caller, to make a handshake on it.
   *
   * @param scheduler ends the handshake where a write passes its deadline
   * @throws IOException if the socket is closed or broken already; it is closed then
   */
  public ServerHandshake on(Socket socket, ScheduledExecutorService scheduler) throws IOException {
    return new ServerHandshake(new RecordStream(socket), this::newEngine, scheduler);
  }

  private SSLEngine newEngine() {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    switch (server.clientCertificate()) {
      case NOT_ASKED -> engine.setWantClientAuth(false);
      case OPTIONAL -> engine.setWantClientAuth(true);
      case REQUIRED -> engine.setNeedClientAuth(true);
    }
    return engine;
  }
}
