package org.echolot.tls;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be agreed on in a handshake: the secure transport profiles of PS3.15 Annex B, or not.
 */
public enum TlsProfile {
  /** BCP 195, RFC 8996 and 9325 (PS3.15 B.12): TLS 1.2 and 1.3, and what RFC 9325 recommends. */
  BCP195("bcp195", "BCP 195 (PS3.15 B.12)"),

  /** Modified BCP 195, RFC 8996 and 9325 (PS3.15 B.13): closed lists, and least sizes of keys. */
  MODIFIED_BCP195("bcp195-modified", "Modified BCP 195 (PS3.15 B.13)"),

  /** All that this Java runtime has not switched off. */
  RUNTIME("runtime", "Everything that this computer allows"),

  /**
   * For old devices: TLS 1.0 and 1.1 and CBC suites too, which Java has switched off for good
   * reasons (RFC 8996). It counts for one connection alone and is told in red.
   */
  LEGACY("legacy", "Legacy, for old devices");

  private final String word;
  private final String label;

  TlsProfile(String word, String label) {
    this.word = word;
    this.label = label;
  }

  /** A few words for people. */
  public String label() {
    return label;
  }

  /** The word for it in files and on the command line. */
  public String word() {
    return word;
  }

  /** The profile of that word, without regard to case. */
  public static Optional<TlsProfile> of(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(profile -> profile.word.equals(wanted)).findFirst();
  }
}
