package org.echolot.check.diagnosis;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsReport.ClientCertificateRequest;
import org.jspecify.annotations.Nullable;

/** What the texts of the causes of the TLS stage may name. */
final class TlsPlaceholders {

  private static final String UNKNOWN = "not known";

  private TlsPlaceholders() {}

  /**
   * @param report null where no handshake was made
   */
  static Finding of(Finding finding, @Nullable TlsReport report) {
    X509Certificate at = report == null ? null : faultyOrFirst(report);
    CertificateFacts certificate = at == null ? null : CertificateFacts.of(at);
    return finding
        .fact("subject", certificate == null ? UNKNOWN : certificate.subject())
        .fact("issuer", certificate == null ? UNKNOWN : certificate.issuer())
        .fact("names", certificate == null ? UNKNOWN : listed(certificate.names(), "no host"))
        .fact(
            "fingerprint",
            certificate == null ? UNKNOWN : CertificateFacts.inPairs(certificate.fingerprint()))
        .fact("notBefore", certificate == null ? UNKNOWN : day(certificate.notBefore()))
        .fact("notAfter", certificate == null ? UNKNOWN : day(certificate.notAfter()))
        .fact("offered", report == null ? UNKNOWN : listed(report.offered().protocols(), UNKNOWN))
        .fact("profile", report == null ? UNKNOWN : report.profile().word())
        .fact("takes", report == null ? UNKNOWN : takes(report.clientCertificateRequest()));
  }

  private static @Nullable X509Certificate faultyOrFirst(TlsReport report) {
    if (report.trust() != null && report.trust().certificate() != null) {
      return report.trust().certificate();
    }
    return report.chain().isEmpty() ? null : report.chain().getFirst();
  }

  private static String takes(@Nullable ClientCertificateRequest request) {
    if (request == null) {
      return UNKNOWN;
    }
    return "keys of the type "
        + listed(request.keyTypes(), "any")
        + ", issued by "
        + listed(request.acceptedIssuers().stream().limit(4).toList(), "whom it does not say")
        + (request.acceptedIssuers().size() > 4 ? " and others" : "");
  }

  private static String listed(List<String> words, String none) {
    return words.isEmpty() ? none : String.join(", ", words);
  }

  private static String day(Instant instant) {
    return instant.toString().substring(0, 10);
  }
}
