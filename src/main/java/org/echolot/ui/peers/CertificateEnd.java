package org.echolot.ui.peers;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.echolot.check.CheckResult;
import org.echolot.text.Escapes;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateFacts.Validity;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/**
 * When the first certificate of a peer's chain ends.
 *
 * @param certificate the one that ends first
 * @param at when that was seen
 */
public record CertificateEnd(CertificateFacts certificate, Instant at)
    implements Comparable<CertificateEnd> {

  private static final int SOON_DAYS = 30;

  /** What a check found; empty where the peer showed no certificate. */
  static Optional<CertificateEnd> of(CheckResult result) {
    TlsReport report = result.tls();
    Instant at = result.startedAt().toInstant();
    return report == null
        ? Optional.empty()
        : report.chain().stream()
            .min(Comparator.comparing(X509Certificate::getNotAfter))
            .map(first -> new CertificateEnd(CertificateFacts.of(first), at));
  }

  /** Very few words with a mark: {@code 343 days}, {@code ⚠ 14 days}, {@code ✗ expired}. */
  String text() {
    long days = certificate.daysLeft(at);
    String left = String.format(Locale.ROOT, days == 1 ? "%d day" : "%d days", days);
    return switch (certificate.validityAt(at)) {
      case VALID -> left;
      case EXPIRES_SOON -> "⚠ " + (days == 0 ? "today" : left);
      case EXPIRED -> "✗ expired";
      case NOT_YET_VALID -> "✗ not yet valid";
    };
  }

  /** Whether so few days are left that whoever looks at the peer should know. */
  boolean isSoon() {
    return certificate.daysLeft(at) < SOON_DAYS;
  }

  /** For a line with more in it: {@code cert. 12 days left}. */
  String shortly() {
    long days = certificate.daysLeft(at);
    return days == 0
        ? "cert. ends today"
        : String.format(Locale.ROOT, days == 1 ? "cert. %d day left" : "cert. %d days left", days);
  }

  /** Which certificate ends, and when. */
  String explanation() {
    return Escapes.oneLine(certificate.shortSubject()) + ": " + certificate.periodText(at);
  }

  String styleClass() {
    Validity validity = certificate.validityAt(at);
    return switch (validity) {
      case VALID -> "status-ok";
      case EXPIRES_SOON -> "status-warning";
      case EXPIRED, NOT_YET_VALID -> "status-failed";
    };
  }

  /** The one that ends first comes first. */
  @Override
  public int compareTo(CertificateEnd other) {
    return certificate.notAfter().compareTo(other.certificate.notAfter());
  }

  /** The same with those that have none behind all others. */
  static int compare(@Nullable CertificateEnd a, @Nullable CertificateEnd b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    return a.compareTo(b);
  }
}
