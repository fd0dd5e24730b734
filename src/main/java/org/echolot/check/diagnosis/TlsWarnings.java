package org.echolot.check.diagnosis;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.echolot.check.Warning;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateFacts.Validity;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;

/** What is worth knowing of a handshake that ended well. */
public final class TlsWarnings {

  private TlsWarnings() {}

  /**
   * The warnings that are due: certificates of either side that end soon, and old TLS.
   *
   * @param now what the ends of certificates are compared with
   */
  public static List<Warning> of(TlsReport report, Instant now) {
    List<Warning> warnings = new ArrayList<>();
    addExpiry(warnings, "the peer shows", report.chain(), now);
    addExpiry(warnings, "we show", report.sentChain(), now);
    if (report.profile() == TlsProfile.LEGACY) {
      List<String> faults = report.profileVerdict().bcp195();
      warnings.add(
          new Warning(
              Warning.Code.LEGACY_TLS,
              TlsFacts.LEGACY_WARNING
                  + (faults.isEmpty()
                      ? " What was agreed on keeps to today's rules, so the choice is not needed."
                      : " " + String.join(" ", faults))));
    }
    return warnings;
  }

  private static void addExpiry(
      List<Warning> warnings, String who, List<X509Certificate> chain, Instant now) {
    chain.stream()
        .map(CertificateFacts::of)
        .filter(facts -> facts.validityAt(now) == Validity.EXPIRES_SOON)
        .min(Comparator.comparing(CertificateFacts::notAfter))
        .ifPresent(
            facts ->
                warnings.add(
                    new Warning(
                        Warning.Code.CERTIFICATE_EXPIRES_SOON,
                        String.format(
                            Locale.ROOT,
                            "The certificate \"%s\" that %s is valid from %s.",
                            facts.shortSubject(),
                            who,
                            facts.periodText(now)))));
  }
}
