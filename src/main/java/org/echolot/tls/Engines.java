package org.echolot.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/** Makes engines that allow what a profile allows. */
final class Engines {

  private Engines() {}

  /**
   * An engine for one connection to a peer.
   *
   * @throws IOException if this runtime can't make one
   */
  static SSLEngine client(TlsClient client, RecordingKeys keys, RecordingTrust trust)
      throws IOException {
    TlsProfile profile = client.settings().profile();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
      // A peer may send any number of tickets to resume by, each of which would be kept.
      context.getClientSessionContext().setSessionCacheSize(1);
      SSLEngine engine = context.createSSLEngine();
      engine.setUseClientMode(true);
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setServerNames(serverNames(client.name()));
      Profiles.apply(profile, parameters);
      engine.setSSLParameters(parameters);
      return engine;
    } catch (GeneralSecurityException e) {
      throw new IOException("this runtime has no TLS: " + e.getMessage(), e);
    }
  }

  /** An address is not asked for (RFC 6066 section 3). */
  private static List<SNIServerName> serverNames(String host) {
    if (HostNames.isAddress(host)) {
      return List.of();
    }
    try {
      return List.of(
          new SNIHostName(host.endsWith(".") ? host.substring(0, host.length() - 1) : host));
    } catch (IllegalArgumentException _) {
      // Not every name of a local network is one of the Internet.
      return List.of();
    }
  }
}
