package org.echolot.ticket;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.echolot.check.CheckResult;
import org.echolot.ticket.Ticket.FieldList;
import org.echolot.tls.TlsReport;

/** What a TLS handshake showed, for a ticket. */
final class TlsFacts {

  private TlsFacts() {}

  /**
   * Nothing where there was no handshake.
   *
   * @param text hides what is to be hidden
   */
  static FieldList of(CheckResult result, UnaryOperator<String> text) {
    FieldList fields = new FieldList();
    TlsReport report = result.tls();
    if (report == null) {
      return fields;
    }
    fields.add("Agreed on", agreed(report));
    fields.add("Our profile", report.profile().word());
    if (report.trust() != null) {
      fields.add("Trust", report.trust().kind() + ": " + text.apply(report.trust().text()));
    }
    List<X509Certificate> chain = report.chain();
    for (int i = 0; i < chain.size(); i++) {
      fields.add(
          i == 0 ? "Its certificate" : "Issued by " + i, text.apply(certificate(chain.get(i))));
    }
    fields.add(
        "Client certificate",
        (report.clientCertificateRequest() == null ? "not asked for" : "asked for")
            + (report.sentChain().isEmpty() ? ", none sent" : ", sent"));
    if (report.alert() != null) {
      fields.add(
          "Its alert",
          "level " + report.alert().level() + ", description " + report.alert().description());
    }
    if (report.profileVerdict().known()) {
      List<String> against = report.profileVerdict().bcp195();
      fields.add(
          "PS3.15 B.12",
          against.isEmpty() ? "nothing against it" : text.apply(String.join(" ", against)));
    }
    return fields;
  }

  private static String agreed(TlsReport report) {
    List<String> parts =
        Stream.of(report.protocol(), report.cipherSuite(), report.keyExchange())
            .flatMap(Stream::ofNullable)
            .toList();
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  private static String certificate(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName()
        + ", issued by "
        + certificate.getIssuerX500Principal().getName()
        + ", valid "
        + certificate.getNotBefore().toInstant()
        + " to "
        + certificate.getNotAfter().toInstant();
  }
}
