package org.echolot.tls.handshake;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.trust.HostNames;
import org.echolot.tls.trust.ProfileRules;
import org.jspecify.annotations.Nullable;

/** Makes engines that allow what a profile allows. */
final class TlsEngines {

  private TlsEngines() {}

  /**
   * An engine for one connection to a peer.
   *
   * @throws IOException if this runtime can't make one
   */
  static SSLEngine client(TlsClient client, RecordingKeys keys, RecordingTrust trust)
      throws IOException {
    String name = serverName(client.name());
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
      // A peer may send any number of tickets to resume by, each of which would be kept.
      context.getClientSessionContext().setSessionCacheSize(1);
      SSLEngine engine = context.createSSLEngine();
      if (client.settings().profile() == TlsProfile.LEGACY) {
        return new LegacyEngine(new LegacyClient(name, keys, trust), engine.getSession());
      }
      engine.setUseClientMode(true);
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setServerNames(name == null ? List.of() : List.of(new SNIHostName(name)));
      ProfileRules.apply(client.settings().profile(), parameters);
      engine.setSSLParameters(parameters);
      return engine;
    } catch (GeneralSecurityException e) {
      throw new IOException("this runtime has no TLS: " + e.getMessage(), e);
    }
  }

  /**
   * The name to ask for. An address is not asked for (RFC 6066 section 3).
   *
   * @return null: none
   */
  private static @Nullable String serverName(String host) {
    if (HostNames.isAddress(host)) {
      return null;
    }
    try {
      return new SNIHostName(host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
          .getAsciiName();
    } catch (IllegalArgumentException _) {
      // Not every name of a local network is one of the Internet.
      return null;
    }
  }
}
