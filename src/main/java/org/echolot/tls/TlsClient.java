package org.echolot.tls;

import java.security.cert.X509Certificate;
import java.util.List;
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

  /**
   * @param host the name or address that the user asked for
   * @param trusted who may have issued the peer's certificate; empty: those of the runtime
   * @param identity what we show ourselves by if we are asked; null: nothing
   */
  public TlsClient(
      TlsSettings settings,
      String host,
      List<X509Certificate> trusted,
      @Nullable KeyIdentity identity) {
    this.settings = settings;
    this.host = host;
    this.trusted = List.copyOf(trusted);
    this.identity = identity;
  }

  /** Which files, which rules. */
  public TlsSettings settings() {
    return settings;
  }

  /** The certificates that we show if we are asked, our own first; empty: none. */
  public List<X509Certificate> ownChain() {
    return identity == null ? List.of() : identity.chain();
  }

  /** What we show ourselves by if we are asked; null: nothing. */
  public @Nullable KeyIdentity identity() {
    return identity;
  }

  /** The name that is asked for, and that the certificate has to name. */
  public String name() {
    return settings.serverName() == null ? host : settings.serverName();
  }

  /** Who may have issued the peer's certificate; empty: those that the runtime trusts. */
  public List<X509Certificate> trusted() {
    return trusted;
  }
}
