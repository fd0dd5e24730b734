package org.echolot.ticket;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TrustVerdict;

/** Hides whom certificates name. A certificate itself can't be shown without it. */
final class HiddenTls {

  private HiddenTls() {}

  /** Learns all names of a report's certificates. */
  static void learn(TlsReport report, HiddenNames names) {
    String serverName = report.offered().serverName();
    if (serverName != null) {
      String _ = names.ofHost(serverName);
    }
    Stream.concat(report.chain().stream(), report.sentChain().stream())
        .forEach(certificate -> learn(certificate, names));
    if (report.clientCertificateRequest() != null) {
      report.clientCertificateRequest().acceptedIssuers().forEach(issuer -> learn(issuer, names));
    }
  }

  private static void learn(X509Certificate certificate, HiddenNames names) {
    CertificateFacts facts = CertificateFacts.of(certificate);
    for (String identifying :
        List.of(
            facts.fingerprint(), CertificateFacts.inPairs(facts.fingerprint()), facts.serial())) {
      String _ = names.of(HiddenNames.Kind.NAME, identifying);
    }
    for (String distinguishedName : List.of(facts.subject(), facts.issuer())) {
      for (String part : distinguishedName.split(", (?=[A-Za-z0-9.]+=)", -1)) {
        String value = part.substring(part.indexOf('=') + 1).replaceAll("^\"|\"$", "");
        if (!value.isEmpty()) {
          String _ = names.of(HiddenNames.Kind.NAME, value);
        }
      }
    }
    learn(certificate.getSubjectX500Principal().getName(), names);
    learn(certificate.getIssuerX500Principal().getName(), names);
    try {
      Collection<List<?>> others = certificate.getSubjectAlternativeNames();
      if (others != null) {
        for (List<?> other : others) {
          if (other.getLast() instanceof String name && !name.isEmpty()) {
            String _ = names.ofHost(name);
          }
        }
      }
    } catch (CertificateParsingException _) {
      // What can't be read is not shown either.
    }
  }

  /** The values of a distinguished name; all of it where it is none. */
  private static void learn(String distinguishedName, HiddenNames names) {
    if (distinguishedName.isEmpty()) {
      return;
    }
    try {
      for (Rdn part : new LdapName(distinguishedName).getRdns()) {
        if (part.getValue() instanceof String value && !value.isEmpty()) {
          String _ = names.of(HiddenNames.Kind.NAME, value);
        }
      }
    } catch (InvalidNameException _) {
      names.hidePassage(distinguishedName, "(hidden)");
    }
  }

  /** The report without its certificates, and with what is said of them hidden. */
  static TlsReport of(TlsReport report, HiddenNames names) {
    TlsReport.Offer offered = report.offered();
    TlsReport.ClientCertificateRequest request = report.clientCertificateRequest();
    TrustVerdict trust = report.trust();
    return new TlsReport(
        report.profile(),
        new TlsReport.Offer(
            offered.protocols(),
            offered.cipherSuites(),
            offered.groups(),
            offered.signatureSchemes(),
            offered.serverName() == null ? null : names.ofHost(offered.serverName())),
        report.protocol(),
        report.cipherSuite(),
        report.keyExchange(),
        List.of(),
        trust == null
            ? null
            : new TrustVerdict(
                trust.reason(),
                null,
                names.hide(trust.text()),
                trust.cautions().stream().map(names::hide).toList()),
        request == null
            ? null
            : new TlsReport.ClientCertificateRequest(
                request.keyTypes(), request.acceptedIssuers().stream().map(names::hide).toList()),
        List.of(),
        report.alert(),
        report.switchedOff(),
        new TlsReport.ProfileVerdict(
            report.profileVerdict().known(),
            report.profileVerdict().bcp195().stream().map(names::hide).toList(),
            report.profileVerdict().modifiedBcp195().stream().map(names::hide).toList()));
  }
}
