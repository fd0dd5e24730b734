package org.echolot.check.diagnosis;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.OwnCertificate;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsReport.ClientCertificateRequest;
import org.echolot.tls.probe.ProbeAnswer;
import org.echolot.tls.trust.HostNames;
import org.jspecify.annotations.Nullable;

/** Adds to a finding of the TLS stage what its texts may name, and what is so in this check. */
final class TlsFindings {

  private static final String UNKNOWN = "not known";

  private static final int MOST_ISSUERS = 4;

  private final TlsReport report;
  private final Circumstances circumstances;
  private final TlsQuestion question;

  TlsFindings(TlsReport report, Circumstances circumstances, TlsQuestion question) {
    this.report = report;
    this.circumstances = circumstances;
    this.question = question;
  }

  /** The finding with all of it. */
  Finding complete(Finding finding) {
    return withConditions(withOurs(withTheirs(finding)));
  }

  private Finding withTheirs(Finding to) {
    X509Certificate at = faultyOrFirst();
    CertificateFacts certificate = at == null ? null : CertificateFacts.of(at);
    Instant now = question.at();
    return to.fact("subject", certificate == null ? UNKNOWN : certificate.calledSubject())
        .fact("issuer", certificate == null ? UNKNOWN : certificate.calledIssuer())
        .fact(
            "names",
            report.chain().isEmpty() ? UNKNOWN : HostNames.of(report.chain().getFirst()).offered())
        .fact("asked", question.name())
        .fact(
            "fingerprint",
            report.chain().isEmpty()
                ? UNKNOWN
                : CertificateFacts.inPairs(
                    CertificateFacts.fingerprintOf(report.chain().getFirst())))
        .fact(
            "rootFingerprint",
            report.chain().isEmpty()
                ? UNKNOWN
                : CertificateFacts.inPairs(
                    CertificateFacts.fingerprintOf(report.chain().getLast())))
        .fact(
            "notBefore",
            certificate == null ? UNKNOWN : CertificateFacts.day(certificate.notBefore()))
        .fact(
            "notAfter",
            certificate == null ? UNKNOWN : CertificateFacts.day(certificate.notAfter()))
        .fact("alert", report.alert() == null ? "no alert" : "alert " + report.alert())
        .fact(
            "warned",
            report.alert() == null
                ? ""
                : ", and had sent the alert " + TlsFacts.alertText(report.alert(), report))
        .fact("stopped", TlsDiagnosis.lastCame(report))
        .fact("today", CertificateFacts.day(now))
        .fact("now", CertificateFacts.minute(now))
        .fact(
            "begins",
            certificate == null ? UNKNOWN : CertificateFacts.minute(certificate.notBefore()))
        .fact("takes", takes(report.clientCertificateRequest()))
        .fact("takesIssuers", takesIssuers(report.clientCertificateRequest()));
  }

  private Finding withOurs(Finding to) {
    List<X509Certificate> sent = report.sentChain();
    CertificateFacts last = sent.isEmpty() ? null : CertificateFacts.of(sent.getLast());
    return to.fact("offered", TlsFacts.versions(report.offered().protocols()))
        .fact("serverName", String.valueOf(report.offered().serverName()))
        .fact("profile", report.profile().word())
        .fact(
            "whyNoName",
            HostNames.isAddress(question.name())
                ? "the target is an address"
                : "TLS cannot carry \"" + question.name() + "\" as one")
        .fact(
            "ours", sent.isEmpty() ? UNKNOWN : CertificateFacts.of(sent.getFirst()).calledSubject())
        .fact("oursUntil", sent.isEmpty() ? UNKNOWN : endOf(sent.getFirst()))
        .fact("oursFrom", sent.isEmpty() ? UNKNOWN : beginOf(sent.getFirst()))
        .fact(
            "oursSerial", sent.isEmpty() ? UNKNOWN : CertificateFacts.of(sent.getFirst()).serial())
        .fact("oursIssuer", last == null ? UNKNOWN : last.calledIssuer());
  }

  private static String beginOf(X509Certificate certificate) {
    return CertificateFacts.day(certificate.getNotBefore().toInstant());
  }

  private static String endOf(X509Certificate certificate) {
    return CertificateFacts.day(certificate.getNotAfter().toInstant());
  }

  private Finding withConditions(Finding to) {
    List<X509Certificate> sent = report.sentChain();
    Optional<OwnCertificate.Kind> fault =
        OwnCertificate.faultOf(sent, question.at()).map(OwnCertificate.Fault::kind);
    boolean narrow =
        report.profile() == TlsProfile.BCP195 || report.profile() == TlsProfile.MODIFIED_BCP195;
    return to.given(Condition.NO_SERVER_NAME, report.offered().serverName() == null)
        .given(Condition.LEGACY, report.profile() == TlsProfile.LEGACY)
        .given(Condition.NARROW, narrow)
        .given(Condition.NO_CLIENT_CERTIFICATE, !circumstances.shown().hasClientCertificate())
        .given(Condition.CERTIFICATE_REQUESTED, report.clientCertificateRequest() != null)
        .given(
            Condition.OF_AN_ISSUER,
            !report.chain().isEmpty() && !report.chain().getFirst().equals(faultyOrFirst()))
        .given(Condition.CERTIFICATE_CAME, !report.chain().isEmpty())
        .given(
            Condition.WILDCARD_ONLY,
            !report.chain().isEmpty() && HostNames.of(report.chain().getFirst()).areAllOfDomains())
        .given(Condition.ASKED_ADDRESS, HostNames.isAddress(question.name()))
        .given(Condition.OURS_VERIFIED, new OurIssuers(report).haveSigned())
        .given(Condition.REFUSES_ALL, WideOffer.wasRefused(circumstances))
        .given(
            Condition.SPEAKS_TLS,
            report.protocol() != null
                || report.alert() != null
                || circumstances.probe() == ProbeAnswer.TLS)
        .given(
            Condition.OURS_EXPIRED,
            fault.filter(kind -> kind == OwnCertificate.Kind.EXPIRED).isPresent())
        .given(
            Condition.OURS_NOT_YET_VALID,
            fault.filter(kind -> kind == OwnCertificate.Kind.NOT_YET_VALID).isPresent())
        .given(
            Condition.OURS_NOT_FOR_CLIENTS,
            fault.filter(kind -> kind == OwnCertificate.Kind.NOT_FOR_CLIENTS).isPresent())
        .given(Condition.OURS_WITHOUT_ROOT, new OurIssuers(report).lackRoot());
  }

  private @Nullable X509Certificate faultyOrFirst() {
    if (report.trust() != null && report.trust().certificate() != null) {
      return report.trust().certificate();
    }
    return report.chain().isEmpty() ? null : report.chain().getFirst();
  }

  /** Two sentences: what keys the peer accepts, and of which issuers. */
  private static String takes(@Nullable ClientCertificateRequest request) {
    if (request == null) {
      return "The peer did not say which ones it accepts.";
    }
    return (request.keyTypes().isEmpty()
            ? "The peer accepts keys of any type. "
            : "The peer accepts keys of type " + anyOf(request.keyTypes()) + ". ")
        + takesIssuers(request);
  }

  /** A sentence: of which issuers the peer accepts certificates. */
  private static String takesIssuers(@Nullable ClientCertificateRequest request) {
    List<String> issuers = request == null ? List.of() : request.acceptedIssuers();
    return issuers.isEmpty()
        ? "The peer does not say which issuers it accepts."
        : "The peer accepts certificates of "
            + listed(issuers.stream().limit(MOST_ISSUERS).toList(), "; ")
            + (issuers.size() > MOST_ISSUERS ? " and others." : ".");
  }

  /** As in "DSA, EC or RSA". */
  private static String anyOf(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : listed(words.subList(0, last), ", ") + " or " + words.getLast();
  }

  private static String listed(List<String> words, String between) {
    return String.join(between, words);
  }
}
