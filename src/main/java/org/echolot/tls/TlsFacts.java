package org.echolot.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.tls.CertificateFacts.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a handshake showed, in words, for the window, the log and tickets alike. Pure. What comes
 * from the peer is as the peer has it: whoever shows it escapes it.
 */
public final class TlsFacts {

  /** What is said wherever the legacy profile was allowed. */
  public static final String LEGACY_WARNING =
      "Legacy TLS is allowed for this peer: TLS 1.0, TLS 1.1 and CBC cipher suites, which RFC 8996"
          + " and RFC 9325 forbid. Data sent like this is not well protected.";

  /** How the line is called that says what it would take to trust a peer. */
  public static final String TO_TRUST = "To trust it";

  /** What is said of a profile that is kept to. */
  public static final String KEPT = "met";

  /** Lines that belong together. */
  public record Section(String title, List<Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }
  }

  private TlsFacts() {}

  /**
   * All there is to say, in sections.
   *
   * @param at when validity is judged
   */
  public static List<Section> of(TlsReport report, Instant at) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Negotiated", agreed(report)));
    sections.add(new Section("Trust", trust(report)));
    sections.add(new Section("PS3.15", profile(report)));
    for (int i = 0; i < report.chain().size(); i++) {
      sections.add(
          new Section(
              "Certificate " + (i + 1) + ", " + role(report.chain(), i),
              linesOf(report.chain().get(i), at)));
    }
    sections.add(new Section("What the peer requested", asked(report)));
    sections.add(new Section("What we sent", sent(report, at)));
    sections.add(new Section("What we offered", offered(report)));
    if (!report.switchedOff().isEmpty()) {
      sections.add(new Section("Disabled on this computer", switchedOff(report)));
    }
    return sections;
  }

  private static List<Line> linesOf(X509Certificate certificate, Instant at) {
    List<Line> lines = new ArrayList<>(CertificateFacts.of(certificate).lines(at));
    String unknown = CertificateUse.unknownCriticalOf(certificate);
    if (!unknown.isEmpty()) {
      lines.add(new Line("Critical extensions that Echolot does not know", unknown));
    }
    return lines;
  }

  /** What came to be used, and the alert that ended it, if one did. */
  public static List<Line> agreed(TlsReport report) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "Protocol", report.protocol() == null ? orNone(null) : version(report.protocol())));
    lines.add(new Line("Cipher suite", orNone(report.cipherSuite())));
    if (report.keyExchange() != null) {
      lines.add(new Line("Key exchange", report.keyExchange()));
    }
    lines.add(new Line("TLS profile", named(report.profile())));
    TlsAlert alert = report.alert();
    if (alert != null) {
      lines.add(new Line("Alert from the peer", alertText(alert, report)));
    }
    return lines;
  }

  /** By the word that is set, and by what it means. */
  private static String named(TlsProfile profile) {
    return profile.word() + " (" + profile.label() + ")";
  }

  /** A version as people write it: {@code TLS 1.3}. */
  public static String version(String protocol) {
    return switch (protocol) {
      case "TLSv1" -> "TLS 1.0";
      case "SSLv3" -> "SSL 3.0";
      default -> protocol.replace("TLSv", "TLS ");
    };
  }

  /** Several of them. */
  public static String versions(List<String> protocols) {
    return protocols.isEmpty()
        ? "no version"
        : String.join(", ", protocols.stream().map(TlsFacts::version).toList());
  }

  private static String orNone(@Nullable String value) {
    return value == null ? "none negotiated" : value;
  }

  /**
   * An alert by its name and number, with what it means.
   *
   * @param report of the handshake that it came in, or after
   */
  public static String alertText(TlsAlert alert, TlsReport report) {
    String meaning = AlertMeaning.of(alert.description(), report);
    return alert
        + (alert.level() == TlsAlert.WARNING ? ", as a warning" : "")
        + (meaning.isEmpty() ? "" : ": " + meaning);
  }

  /** What we make of the peer's certificates, and what it would take to trust them. */
  public static List<Line> trust(TlsReport report) {
    List<Line> lines = new ArrayList<>();
    TrustVerdict verdict = report.trust();
    if (verdict == null) {
      lines.add(
          new Line(
              "Verdict",
              report.chain().isEmpty() ? "none: no certificate of the peer was read" : "none"));
    } else {
      lines.add(
          new Line(
              "Verdict",
              verdict.kind().label() + (verdict.text().isEmpty() ? "" : ": " + verdict.text())));
    }
    whatToTrust(report).ifPresent(text -> lines.add(new Line(TO_TRUST, text)));
    return lines;
  }

  /** What would have to be trusted for the peer to be; empty where trust is not what is missing. */
  public static Optional<String> whatToTrust(TlsReport report) {
    TrustVerdict verdict = report.trust();
    if (verdict == null
        || verdict.kind() != TrustVerdict.Kind.UNTRUSTED
        || verdict.certificate() == null) {
      return Optional.empty();
    }
    CertificateFacts last = CertificateFacts.of(verdict.certificate());
    String itself = "trust the peer's own certificate by its fingerprint, once that is confirmed";
    return switch (verdict.reason()) {
      case OTHER_FINGERPRINT -> Optional.of(itself);
      case TRUSTED_HAS_OTHER_KEY ->
          toTrust("the current certificate of \"" + last.shortIssuer() + "\"", itself);
      case TRUSTED_IS_NO_AUTHORITY ->
          toTrust("the certificate of the authority that issued the peer's", itself);
      default ->
          report.chain().size() == 1 && last.isSelfIssued()
              ? Optional.of(
                  "the certificate is self-signed: trust it by its fingerprint, or add it to a file"
                      + " of trusted certificates")
              : toTrust(
                  last.isSelfIssued()
                      ? "the root \"" + last.shortSubject() + "\" that the peer sent"
                      : "the certificate of its issuer \""
                          + last.shortIssuer()
                          + "\", which the peer did not send",
                  itself);
    };
  }

  /**
   * @param authority with a comma before what is said of it
   */
  private static Optional<String> toTrust(String authority, String itself) {
    return Optional.of(
        "add "
            + authority
            + (authority.contains(", ") ? "," : "")
            + " to a file of trusted certificates; or "
            + itself);
  }

  /** How what was agreed on keeps to the profiles of PS3.15 Annex B. */
  public static List<Line> profile(TlsReport report) {
    TlsReport.ProfileVerdict verdict = report.profileVerdict();
    if (!verdict.known()) {
      return List.of(new Line("Verdict", "not enough was negotiated to judge"));
    }
    List<Line> lines = new ArrayList<>();
    addProfile(lines, TlsProfile.BCP195, verdict.bcp195());
    addProfile(lines, TlsProfile.MODIFIED_BCP195, verdict.modifiedBcp195());
    return lines;
  }

  private static void addProfile(List<Line> lines, TlsProfile profile, List<String> against) {
    lines.add(
        new Line(
            profile.label(), against.isEmpty() ? KEPT : "not met. " + String.join(" ", against)));
  }

  /** What the peer asked us for. */
  public static List<Line> asked(TlsReport report) {
    TlsReport.ClientCertificateRequest request = report.clientCertificateRequest();
    if (request == null) {
      return List.of(
          new Line(
              "Client certificate",
              report.chain().isEmpty()
                  ? "no request came before the handshake ended"
                  : "not requested in the handshake"));
    }
    return List.of(
        new Line("Client certificate", "requested"),
        new Line("Key types", listOr(request.keyTypes(), "not stated")),
        new Line("Accepted issuers", listOr(request.acceptedIssuers(), "not stated: any")));
  }

  /** The client certificates that we sent. */
  public static List<Line> sent(TlsReport report, Instant at) {
    if (report.sentChain().isEmpty()) {
      return List.of(new Line("Client certificate", "none"));
    }
    List<Line> lines = new ArrayList<>();
    for (X509Certificate certificate : report.sentChain()) {
      CertificateFacts facts = CertificateFacts.of(certificate);
      lines.add(
          new Line(
              lines.isEmpty() ? "Client certificate" : "Its issuer",
              facts.calledSubject()
                  + ", issued by "
                  + facts.calledIssuer()
                  + ", serial number "
                  + facts.serial()
                  + ", "
                  + facts.key()
                  + (facts.purposes().isEmpty()
                      ? ""
                      : ", for " + String.join(", ", facts.purposes()))
                  + ", "
                  + facts.periodText(at)));
    }
    return lines;
  }

  /** What our ClientHello had. */
  public static List<Line> offered(TlsReport report) {
    TlsReport.Offer offer = report.offered();
    String name = offer.serverName();
    return List.of(
        new Line("Server name (SNI)", name == null ? "none" : name),
        new Line("Protocols", versions(offer.protocols())),
        new Line("Cipher suites", listOr(offer.cipherSuites(), "none")),
        new Line("Groups", listOr(offer.groups(), "none")),
        new Line("Signatures", listOr(offer.signatureSchemes(), "none")));
  }

  /** What this runtime refuses, whatever a peer would take. */
  public static List<Line> switchedOff(TlsReport report) {
    return List.of(new Line("Disabled", listOr(report.switchedOff(), "nothing known")));
  }

  private static String listOr(List<String> values, String none) {
    return values.isEmpty() ? none : String.join(", ", values);
  }

  /** What a certificate is in a chain. */
  public static String role(List<X509Certificate> chain, int index) {
    if (index == 0) {
      return "of the server that answered";
    }
    X509Certificate certificate = chain.get(index);
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
        ? "a root"
        : "an issuer";
  }
}
