package org.echolot.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to speak TLS with one peer, with all files read. Immutable; each connection has a
 * context of its own, so that nothing of an earlier one is resumed.
 */
public final class TlsClient {

  private final TlsSettings settings;
  private final String host;
  private final List<X509Certificate> trusted;
  private final @Nullable KeyIdentity identity;

  TlsClient(
      TlsSettings settings,
      String host,
      List<X509Certificate> trusted,
      @Nullable KeyIdentity identity) {
    this.settings = settings;
    this.host = host;
    this.trusted = List.copyOf(trusted);
    this.identity = identity;
  }

  /**
   * Takes over a connected socket, to make a handshake on it.
   *
   * @param scheduler ends the handshake where a write passes its deadline
   * @throws IOException if the socket is closed or broken already; it is closed then
   */
  public ClientHandshake on(Socket socket, ScheduledExecutorService scheduler) throws IOException {
    return new ClientHandshake(this, socket, scheduler);
  }

  TlsSettings settings() {
    return settings;
  }

  /** The certificates that we show if we are asked, our own first; empty: none. */
  List<X509Certificate> ownChain() {
    return identity == null ? List.of() : identity.chain();
  }

  @Nullable KeyIdentity identity() {
    return identity;
  }

  /** The name that is asked for, and that the certificate has to name. */
  String name() {
    return settings.serverName() == null ? host : settings.serverName();
  }

  TrustVerdict judge(List<X509Certificate> chain) {
    return new TrustJudge(settings, name(), trusted, Instant.now()).judge(chain);
  }
}
