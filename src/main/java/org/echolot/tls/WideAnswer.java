package org.echolot.tls;

import org.jspecify.annotations.Nullable;

/**
 * What a peer that had refused our handshake answered to a ClientHello that offers every version,
 * cipher suite, group and signature there is: it shows what was missing in ours. Immutable.
 *
 * @param protocol the version that it chose; null: it refused that, too
 * @param cipherSuite the suite that it chose, by its IANA name; null: none
 * @param keyExchange the group that it chose; null where it did not come to that
 * @param profile the profile that offers both; null: none does
 */
public record WideAnswer(
    @Nullable String protocol,
    @Nullable String cipherSuite,
    @Nullable String keyExchange,
    @Nullable TlsProfile profile) {

  /** It ended the connection again. */
  public static final WideAnswer REFUSED = new WideAnswer(null, null, null, null);

  /** Whether it chose anything. */
  public boolean chose() {
    return protocol != null;
  }
}
