package org.echolot.check.diagnosis;

import java.util.List;
import java.util.Optional;
import org.echolot.check.Cause;
import org.echolot.check.EndedBy;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.OwnCertificate;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/**
 * Why a peer that asked for a client certificate did not let us in. Our own side is looked at
 * first: what is wrong with our certificate needs nobody else. Pure.
 */
final class RefusedByPeer {

  private final TlsReport report;
  private final Circumstances circumstances;
  private final TlsQuestion question;
  private final OurIssuers issuers;

  RefusedByPeer(TlsReport report, Circumstances circumstances, TlsQuestion question) {
    this.report = report;
    this.circumstances = circumstances;
    this.question = question;
    this.issuers = new OurIssuers(report);
  }

  /**
   * @param alert what the peer said; null: it only ended the connection at that point
   */
  Finding finding(String detail, EndedBy endedBy, @Nullable TlsAlert alert) {
    if (!report.sentChain().isEmpty()) {
      return refused(detail, endedBy, alert);
    }
    if (circumstances.shown().hasClientCertificate()) {
      return Finding.of(Variant.CLIENT_CERTIFICATE_UNFIT, endedBy, detail)
          .fact(
              "oursUnfit", "its key is of type " + circumstances.shown().clientKey() + keyTypes());
    }
    return Finding.of(Cause.CLIENT_CERTIFICATE_REQUIRED, endedBy, detail)
        .variant(alert == null ? Variant.CLIENT_CERTIFICATE_LIKELY : null);
  }

  /** Which types of key the peer accepts, as the end of a clause. */
  private String keyTypes() {
    List<String> types =
        report.clientCertificateRequest() == null
            ? List.of()
            : report.clientCertificateRequest().keyTypes();
    return types.isEmpty()
        ? ", which the peer does not accept"
        : ", but the peer accepts " + String.join(", ", types);
  }

  private Finding refused(String detail, EndedBy endedBy, @Nullable TlsAlert alert) {
    String text =
        detail + "; we sent " + CertificateFacts.of(report.sentChain().getFirst()).calledSubject();
    Optional<OwnCertificate.Fault> fault =
        OwnCertificate.faultOf(report.sentChain(), question.at());
    int said = alert == null ? -1 : alert.description();
    // These say that the peer looked at something else than what is wrong.
    boolean saidOtherwise =
        said == TlsAlert.UNKNOWN_CA
            || said == TlsAlert.CERTIFICATE_REVOKED
            || said == TlsAlert.DECRYPT_ERROR;
    if (fault.isPresent() && !saidOtherwise) {
      return Finding.of(Variant.CLIENT_CERTIFICATE_FAULTY, endedBy, detail)
          .fact("fault", fault.get().text());
    }
    boolean isAboutTrust =
        switch (said) {
          case TlsAlert.BAD_CERTIFICATE,
              TlsAlert.UNSUPPORTED_CERTIFICATE,
              TlsAlert.CERTIFICATE_UNKNOWN,
              TlsAlert.UNKNOWN_CA ->
              true;
          default -> false;
        };
    if (isAboutTrust && said != TlsAlert.UNSUPPORTED_CERTIFICATE && issuers.areAccepted()) {
      return Finding.of(Variant.CLIENT_CERTIFICATE_OF_KNOWN_ISSUER, endedBy, text);
    }
    if (isAboutTrust && issuers.isAlone()) {
      return Finding.of(Variant.CLIENT_CERTIFICATE_ALONE, endedBy, text);
    }
    return Finding.of(
        switch (said) {
          case -1 -> Variant.CLIENT_CERTIFICATE_REFUSED_LIKELY;
          case TlsAlert.UNKNOWN_CA -> Variant.CLIENT_CERTIFICATE_OF_UNKNOWN_ISSUER;
          case TlsAlert.CERTIFICATE_EXPIRED -> Variant.CLIENT_CERTIFICATE_EXPIRED_THERE;
          case TlsAlert.CERTIFICATE_REVOKED -> Variant.CLIENT_CERTIFICATE_REVOKED;
          case TlsAlert.UNSUPPORTED_CERTIFICATE -> Variant.CLIENT_CERTIFICATE_OF_WRONG_KIND;
          case TlsAlert.DECRYPT_ERROR -> Variant.CLIENT_SIGNATURE_REFUSED;
          case TlsAlert.ACCESS_DENIED -> Variant.CLIENT_CERTIFICATE_DENIED;
          default -> Variant.CLIENT_CERTIFICATE_REFUSED;
        },
        endedBy,
        text);
  }
}
