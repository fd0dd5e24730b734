package org.echolot.check.diagnosis;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.check.Move;
import org.echolot.check.Warning;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateFacts.Validity;
import org.echolot.tls.CertificateUse;
import org.echolot.tls.OwnCertificate;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TrustVerdict;

/** What is worth knowing of a handshake that ended well. */
public final class TlsWarnings {

  private final TlsReport report;
  private final Instant now;
  private final List<Warning> warnings = new ArrayList<>();

  private TlsWarnings(TlsReport report, Instant now) {
    this.report = report;
    this.now = now;
  }

  /**
   * The warnings that are due: certificates of either side that end soon or that others refuse, and
   * old TLS.
   *
   * @param now what the ends of certificates are compared with
   */
  public static List<Warning> of(TlsReport report, Instant now) {
    TlsWarnings all = new TlsWarnings(report, now);
    all.addEnds();
    all.addCautions();
    all.addOwnFault();
    all.addAlert();
    all.addLegacy();
    return all.warnings;
  }

  private void add(Warning.Code code, String text) {
    add(code, text, code.move());
  }

  private void add(Warning.Code code, String text, Move move) {
    warnings.add(new Warning(code, text, move));
  }

  private void addEnds() {
    TrustVerdict trust = report.trust();
    X509Certificate anchor = trust == null ? null : trust.certificate();
    for (int i = 0; i < report.chain().size(); i++) {
      X509Certificate certificate = report.chain().get(i);
      if (i == 0) {
        addEnd(
            "The peer's certificate \"%s\" is valid from %s.",
            certificate, Move.PEER_ADMINISTRATOR);
      } else if (!certificate.equals(anchor)) {
        addEnd(
            "The certificate \"%s\" of an issuer, which the peer sends with its own, is valid from"
                + " %s.",
            certificate, Move.PEER_ADMINISTRATOR);
      }
    }
    if (anchor != null && !anchor.equals(report.chain().getFirst())) {
      addEnd(
          "The trusted certificate \"%s\", which leads to the peer's, is valid from %s. Get the"
              + " authority's new certificate, and add it to the file of trusted certificates.",
          anchor, Move.OURS);
    }
    for (X509Certificate certificate : report.sentChain()) {
      addEnd(
          certificate.equals(report.sentChain().getFirst())
              ? "Our client certificate \"%s\" is valid from %s."
              : "The certificate \"%s\" of an issuer, which we send with our client certificate, is"
                  + " valid from %s.",
          certificate,
          Move.OURS);
    }
  }

  private void addEnd(String sentence, X509Certificate certificate, Move move) {
    CertificateFacts facts = CertificateFacts.of(certificate);
    if (facts.validityAt(now) == Validity.EXPIRES_SOON) {
      add(
          Warning.Code.CERTIFICATE_EXPIRES_SOON,
          String.format(
              Locale.ROOT,
              sentence,
              facts.shortSubject(),
              facts.datesText() + " and " + facts.validityText(now)),
          move);
    }
  }

  private void addCautions() {
    if (report.trust() != null) {
      report
          .trust()
          .cautions()
          .forEach(caution -> add(Warning.Code.CERTIFICATE_REFUSED_ELSEWHERE, caution));
    }
    boolean hasToSign = report.keyExchange() != null && !report.keyExchange().equals("RSA");
    if (hasToSign && !report.chain().isEmpty()) {
      X509Certificate own = report.chain().getFirst();
      if (!CertificateUse.maySign(own) && CertificateUse.againstServer(own) == null) {
        add(
            Warning.Code.CERTIFICATE_REFUSED_ELSEWHERE,
            "The peer signs with the key of "
                + CertificateFacts.of(own).calledSubject()
                + ", whose key usage is "
                + String.join(", ", CertificateUse.keyUsageOf(own))
                + " without digitalSignature. Some software, including Java's, refuses that.");
      }
    }
  }

  private void addOwnFault() {
    OwnCertificate.faultOf(report.sentChain(), now)
        .ifPresent(
            fault ->
                add(
                    Warning.Code.CLIENT_CERTIFICATE_FAULTY,
                    "The handshake went on with our client certificate, but others will refuse it: "
                        + fault.text()
                        + "."));
  }

  /** What the peer warned of before it went on. */
  private void addAlert() {
    TlsAlert alert = report.alert();
    if (alert == null || alert.isFatal() || alert.description() == TlsAlert.CLOSE_NOTIFY) {
      return;
    }
    if (alert.isUnrecognizedName()) {
      String name = report.offered().serverName();
      add(
          Warning.Code.SERVER_NAME_NOT_KNOWN,
          "The peer warned that it does not know "
              + (name == null ? "the server that we requested" : "the server name \"" + name + "\"")
              + ", but went on. If it should know it, its administrator has to set it there.");
    } else {
      add(
          Warning.Code.TLS_ALERT_IGNORED,
          "The peer warned in the TLS handshake with the alert "
              + alert
              + ", but went on. Software that ends the handshake at any alert fails there.");
    }
  }

  private void addLegacy() {
    if (report.profile() == TlsProfile.LEGACY) {
      List<String> faults = report.profileVerdict().bcp195();
      add(
          Warning.Code.LEGACY_TLS,
          TlsFacts.LEGACY_WARNING
              + (faults.isEmpty()
                  ? " What was negotiated follows current rules, so this profile is not needed."
                  : " " + String.join(" ", faults)),
          faults.isEmpty() ? Move.OURS : Move.PEER_ADMINISTRATOR);
    }
  }
}
