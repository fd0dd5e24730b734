package org.echolot.check.diagnosis;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Devices and programs that inspect TLS by answering in the place of every server, as far as they
 * are told by what they call their authority. Pure.
 */
final class TlsInspector {

  /** As they come, or as their makers name the authority that an administrator sets up. */
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)\\b(Forti(?:net|Gate|Proxy)\\w*|Zscaler|Palo ?Alto(?: Networks)?|Blue"
              + " ?Coat|ProxySG|Netskope|Sophos|Cisco (?:Umbrella|Secure"
              + " Web|IronPort)|IronPort|Check ?Point"
              + "|McAfee|Skyhigh|Trellix|Barracuda|WatchGuard|SonicWall|Forcepoint|Websense|Kaspersky|ESET|Avast|AVG|Bitdefender|Untangle|iboss|Menlo"
              + " Security|Securly|Lightspeed|GoGuardian|Smoothwall|Cato"
              + " Networks|Squid|mitmproxy|Charles Proxy|Fiddler\\w*|(?:SSL|TLS|HTTPS)["
              + " -](?:Inspection|Interception|Decryption|Forward Trust))\\b");

  private TlsInspector() {}

  /**
   * What an issuer of the chain is called after.
   *
   * @param chain the peer's own certificate first
   */
  static Optional<String> amongIssuersOf(List<X509Certificate> chain) {
    return chain.stream()
        .map(certificate -> NAMES.matcher(certificate.getIssuerX500Principal().getName()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
