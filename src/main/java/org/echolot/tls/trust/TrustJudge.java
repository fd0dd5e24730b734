package org.echolot.tls.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateUse;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.TrustVerdict.Kind;
import org.echolot.tls.TrustVerdict.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificates that a peer sent (RFC 5280 6, RFC 9525), so that each fault has its own
 * name. The runtime's own way throws one exception for all of them, and is less strict about what a
 * trusted certificate may do.
 */
public final class TrustJudge {

  /** What a wrong clock, or a wrong time zone, makes up for. */
  private static final Duration CLOCK = Duration.ofHours(26);

  private final TlsSettings settings;
  private final String host;
  private final List<X509Certificate> trusted;
  private final Instant now;

  /**
   * @param host the name or address that the certificate has to name
   */
  public TrustJudge(TlsSettings settings, String host, List<X509Certificate> trusted, Instant now) {
    this.settings = settings;
    this.host = host;
    this.trusted = trusted;
    this.now = now;
  }

  /**
   * @param chain the peer's own certificate first
   */
  public TrustVerdict judge(List<X509Certificate> chain) {
    if (chain.isEmpty()) {
      return new TrustVerdict(Reason.NO_PATH, null, "the peer sent no certificate");
    }
    X509Certificate own = chain.getFirst();
    if (CertificateFacts.fingerprintOf(own).equals(settings.trustedFingerprint())) {
      return withCautions(judgePath(CertificatePath.of(own)), chain, List.of());
    }
    PathSearch search = new PathSearch(trusted, chain);
    List<TrustVerdict> verdicts = search.found().stream().map(this::judgePath).toList();
    return verdicts.stream()
        // The path that came furthest shows what is still in its way.
        .max(Comparator.comparing(TrustVerdict::isTrusted).thenComparing(TrustVerdict::kind))
        .map(best -> withCautions(best, chain, verdicts))
        .orElseGet(() -> untrusted(chain, search.lastOfDeadEnd()));
  }

  private TrustVerdict withCautions(
      TrustVerdict verdict, List<X509Certificate> chain, List<TrustVerdict> others) {
    return verdict.isTrusted()
        ? new TrustVerdict(
            verdict.reason(),
            verdict.certificate(),
            verdict.text(),
            new Cautions(settings, host, now).of(chain, verdict, others))
        : verdict;
  }

  private TrustVerdict untrusted(List<X509Certificate> chain, X509Certificate last) {
    String pinned = settings.trustedFingerprint();
    if (pinned != null) {
      return new TrustVerdict(
          Reason.OTHER_FINGERPRINT,
          chain.getFirst(),
          name(chain.getFirst())
              + " does not have the trusted fingerprint, SHA-256 "
              + CertificateFacts.inPairs(pinned));
    }
    CertificateFacts facts = CertificateFacts.of(last);
    X500Principal issuer = last.getIssuerX500Principal();
    if (trusted.stream().anyMatch(one -> one.getSubjectX500Principal().equals(issuer))) {
      if (facts.isSelfIssued() && last.equals(chain.getFirst()) && isSignedByItself(last)) {
        return PathRules.otherThanTrusted(last, "with another key");
      }
      return new TrustVerdict(
          Reason.TRUSTED_HAS_OTHER_KEY,
          last,
          "a certificate of "
              + facts.issuer()
              + " is trusted, but "
              + facts.calledSubject()
              + " was signed with another key of that name");
    }
    if (facts.isSelfIssued() && isSignedByItself(last)) {
      return new TrustVerdict(
          Reason.NO_PATH,
          last,
          facts.calledSubject() + " is self-signed and not among the trusted certificates");
    }
    String missing =
        facts.calledIssuer()
            + ", which signed "
            + facts.calledSubject()
            + ", is not among the trusted certificates";
    boolean isOwn = last.equals(chain.getFirst());
    if (isOwn && chain.size() == 1) {
      return new TrustVerdict(
          Reason.CHAIN_INCOMPLETE, last, missing + ", and the peer sent only its own certificate");
    }
    if (isOwn) {
      return new TrustVerdict(
          Reason.WRONG_INTERMEDIATE, last, missing + ", and the peer sent " + others(chain));
    }
    return new TrustVerdict(Reason.NO_PATH, last, missing + ", nor did the peer send it");
  }

  /** What the peer sent in the place of the issuer of its own certificate. */
  private static String others(List<X509Certificate> chain) {
    X509Certificate own = chain.getFirst();
    return chain.stream()
        .skip(1)
        .map(
            other ->
                other.getSubjectX500Principal().equals(own.getIssuerX500Principal())
                    ? name(other) + " with another key than it was signed with"
                    : name(other) + " instead")
        .collect(Collectors.joining(", and "));
  }

  private static boolean isSignedByItself(X509Certificate certificate) {
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException _) {
      return false;
    }
  }

  private TrustVerdict judgePath(CertificatePath path) {
    TrustVerdict fault = PathRules.faultOfAnchor(path);
    if (fault == null) {
      fault = faultOfDates(path);
    }
    if (fault == null) {
      fault = faultOfStrength(path);
    }
    TrustVerdict refused = path.isPinned() || fault != null ? null : refusedByRuntime(path);
    if (refused != null && refused.kind() == Kind.WEAK) {
      fault = refused;
    }
    if (fault == null) {
      fault = faultOfNames(path);
    }
    if (fault == null && !path.isPinned()) {
      fault = faultOfUse(path);
    }
    if (fault == null) {
      fault = refused;
    }
    return fault != null ? fault : new TrustVerdict(Reason.TRUSTED, path.anchor(), how(path));
  }

  private @Nullable TrustVerdict faultOfDates(CertificatePath path) {
    for (X509Certificate certificate : path.all()) {
      if (certificate.getNotAfter().toInstant().isBefore(now)) {
        Reason reason =
            certificate.equals(path.own())
                ? Reason.OWN_EXPIRED
                : certificate.equals(path.anchor())
                    ? Reason.TRUSTED_EXPIRED
                    : Reason.ISSUER_EXPIRED;
        return new TrustVerdict(
            reason,
            certificate,
            name(certificate) + " expired on " + day(certificate.getNotAfter()));
      }
    }
    for (X509Certificate certificate : path.all()) {
      Instant begins = certificate.getNotBefore().toInstant();
      if (begins.isAfter(now)) {
        boolean later = begins.isAfter(now.plus(CLOCK));
        return new TrustVerdict(
            later ? beginsLater(certificate, path) : Reason.BEGINS_SOON,
            certificate,
            name(certificate)
                + " is valid from "
                + (later ? CertificateFacts.day(begins) : CertificateFacts.minute(begins)));
      }
    }
    return null;
  }

  private static Reason beginsLater(X509Certificate certificate, CertificatePath path) {
    if (certificate.equals(path.own())) {
      return Reason.BEGINS_LATER;
    }
    return certificate.equals(path.anchor())
        ? Reason.TRUSTED_BEGINS_LATER
        : Reason.ISSUER_BEGINS_LATER;
  }

  private @Nullable TrustVerdict faultOfStrength(CertificatePath path) {
    for (X509Certificate certificate : path.all()) {
      String weakness = KeyStrength.weaknessOf(certificate, settings.profile());
      if (weakness != null) {
        return new TrustVerdict(Reason.TOO_WEAK, certificate, name(certificate) + " " + weakness);
      }
    }
    return null;
  }

  private @Nullable TrustVerdict faultOfNames(CertificatePath path) {
    if (!settings.verifiesHostname()) {
      return null;
    }
    HostNames names =
        PathRules.limitingNames(path)
            .map(
                authority ->
                    HostNames.withoutCommonName(
                        path.own(),
                        "that does not count if an authority ("
                            + name(authority)
                            + ") is limited to certain names"))
            .orElseGet(() -> HostNames.of(path.own()));
    return names.name(host)
        ? null
        : new TrustVerdict(
            names.usable().isEmpty() ? Reason.NO_HOST : Reason.OTHER_HOST,
            path.own(),
            names.whyNot(host));
  }

  private static @Nullable TrustVerdict faultOfUse(CertificatePath path) {
    String against = CertificateUse.againstServer(path.own());
    return against == null
        ? PathRules.faultOfIssuers(path)
        : new TrustVerdict(Reason.NOT_FOR_SERVERS, path.own(), name(path.own()) + " " + against);
  }

  private String how(CertificatePath path) {
    if (!path.isPinned()) {
      return "by " + name(path.anchor());
    }
    return CertificateFacts.fingerprintOf(path.own()).equals(settings.trustedFingerprint())
        ? "by its fingerprint"
        : "itself among the trusted certificates";
  }

  /** What the runtime says against a path, with what is known to be well already left out. */
  private @Nullable TrustVerdict refusedByRuntime(CertificatePath path) {
    try {
      CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(path.links());
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      validator().validate(certPath, parameters);
      return null;
    } catch (CertPathValidatorException e) {
      X509Certificate at = e.getIndex() < 0 ? null : path.links().get(e.getIndex());
      String unknown = at == null ? "" : CertificateUse.unknownCriticalOf(at);
      if (!unknown.isEmpty()) {
        return new TrustVerdict(
            Reason.CRITICAL_EXTENSION,
            at,
            name(Objects.requireNonNull(at)) + " has the critical extension " + unknown);
      }
      return new TrustVerdict(
          e.getReason() == BasicReason.ALGORITHM_CONSTRAINED ? Reason.TOO_WEAK : Reason.REFUSED,
          at,
          (at == null ? "the chain" : name(at)) + " is refused: " + e.getMessage());
    } catch (GeneralSecurityException | RuntimeException e) {
      return new TrustVerdict(Reason.REFUSED, null, "the chain can't be judged: " + e.getMessage());
    }
  }

  /** For old devices one that has not switched off what they have. */
  private CertPathValidator validator() throws GeneralSecurityException {
    return settings.profile() == TlsProfile.LEGACY
        ? CertPathValidator.getInstance("PKIX", new BouncyCastleProvider())
        : CertPathValidator.getInstance("PKIX");
  }

  private static String name(X509Certificate certificate) {
    return CertificateFacts.of(certificate).calledSubject();
  }

  private static String day(Date date) {
    return CertificateFacts.day(date.toInstant());
  }
}
