package org.echolot.tls.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.TrustVerdict.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificates that a peer sent (RFC 5280 6, RFC 9525), so that each fault has its own
 * name. The runtime's own way throws one exception for all of them.
 */
public final class TrustJudge {

  /** More than any honest chain has. */
  private static final int MOST_LINKS = 10;

  /** How many signatures are looked at, whatever a peer sends. */
  private static final int MOST_SIGNATURES = 60;

  /** The purpose of a TLS server, and any purpose (RFC 5280 4.2.1.12). */
  private static final Set<String> FOR_SERVERS = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

  /**
   * Certificates that lead from the peer's own to one that we trust.
   *
   * @param links the peer's own first, without the trusted one; empty where that is the peer's own
   */
  private record Path(List<X509Certificate> links, X509Certificate anchor) {}

  private final TlsSettings settings;
  private final String host;
  private final List<X509Certificate> trusted;
  private final Instant now;
  private int signaturesLeft = MOST_SIGNATURES;

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
      return new TrustVerdict(Kind.UNTRUSTED, null, "the peer showed no certificate");
    }
    X509Certificate own = chain.getFirst();
    if (CertificateFacts.fingerprintOf(own).equals(settings.trustedFingerprint())) {
      return judgePath(own, new Path(List.of(), own));
    }
    List<Path> paths = new ArrayList<>();
    List<X509Certificate> deadEnd = new ArrayList<>(List.of(own));
    search(new ArrayList<>(List.of(own)), chain, paths, deadEnd);
    return paths.stream()
        .map(path -> judgePath(own, path))
        .min(Comparator.comparing(TrustVerdict::kind))
        .orElseGet(() -> untrusted(deadEnd.getLast()));
  }

  private static TrustVerdict untrusted(X509Certificate last) {
    CertificateFacts facts = CertificateFacts.of(last);
    return new TrustVerdict(
        Kind.UNTRUSTED,
        last,
        facts.isSelfIssued()
            ? facts.subject() + " signed itself and is not among the trusted certificates"
            : facts.issuer()
                + ", which signed "
                + facts.subject()
                + ", is not among the trusted certificates, nor did the peer send it");
  }

  /**
   * All ways from the last certificate of {@code links} to a trusted one, and the longest that
   * ends.
   */
  private void search(
      List<X509Certificate> links,
      List<X509Certificate> sent,
      List<Path> found,
      List<X509Certificate> deadEnd) {
    X509Certificate last = links.getLast();
    if (trusted.contains(last)) {
      found.add(new Path(List.copyOf(links.subList(0, links.size() - 1)), last));
      return;
    }
    if (links.size() > deadEnd.size()) {
      deadEnd.clear();
      deadEnd.addAll(links);
    }
    if (links.size() >= MOST_LINKS) {
      return;
    }
    for (X509Certificate issuer : trusted) {
      if (signed(issuer, last)) {
        found.add(new Path(List.copyOf(links), issuer));
      }
    }
    for (X509Certificate issuer : sent) {
      if (!links.contains(issuer) && signed(issuer, last)) {
        links.add(issuer);
        search(links, sent, found, deadEnd);
        links.removeLast();
      }
    }
  }

  private boolean signed(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
        || signaturesLeft-- <= 0) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException _) {
      return false;
    }
  }

  private TrustVerdict judgePath(X509Certificate own, Path path) {
    List<X509Certificate> all = new ArrayList<>(path.links());
    all.add(path.anchor());
    for (X509Certificate certificate : all) {
      if (certificate.getNotAfter().toInstant().isBefore(now)) {
        return new TrustVerdict(
            Kind.EXPIRED,
            certificate,
            name(certificate) + " ended on " + day(certificate.getNotAfter()));
      }
    }
    for (X509Certificate certificate : all) {
      if (certificate.getNotBefore().toInstant().isAfter(now)) {
        return new TrustVerdict(
            Kind.NOT_YET_VALID,
            certificate,
            name(certificate) + " begins on " + day(certificate.getNotBefore()));
      }
    }
    for (X509Certificate certificate : all) {
      String weakness = KeyStrength.weaknessOf(certificate, settings.profile());
      if (weakness != null) {
        return new TrustVerdict(Kind.WEAK, certificate, name(certificate) + " " + weakness);
      }
    }
    TrustVerdict fault = path.links().isEmpty() ? null : faultOf(path);
    if (fault != null && fault.kind() == Kind.WEAK) {
      return fault;
    }
    if (settings.verifiesHostname() && !HostNames.of(own).name(host)) {
      return new TrustVerdict(
          Kind.HOSTNAME_MISMATCH,
          own,
          "it names " + namesOf(own) + ", and was asked for as " + host);
    }
    if (fault == null && !isForServers(own)) {
      fault = new TrustVerdict(Kind.UNUSABLE, own, name(own) + " is not for servers");
    }
    return fault != null ? fault : new TrustVerdict(Kind.TRUSTED, path.anchor(), how(own, path));
  }

  private String how(X509Certificate own, Path path) {
    if (!path.links().isEmpty()) {
      return "by " + name(path.anchor());
    }
    return CertificateFacts.fingerprintOf(own).equals(settings.trustedFingerprint())
        ? "by its fingerprint"
        : "itself among the trusted certificates";
  }

  /** What the runtime says against a path, with what is known to be well already left out. */
  private @Nullable TrustVerdict faultOf(Path path) {
    try {
      CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(path.links());
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.anchor(), null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      validator().validate(certPath, parameters);
      return null;
    } catch (CertPathValidatorException e) {
      X509Certificate at = e.getIndex() < 0 ? null : path.links().get(e.getIndex());
      return new TrustVerdict(
          e.getReason() == BasicReason.ALGORITHM_CONSTRAINED ? Kind.WEAK : Kind.UNUSABLE,
          at,
          (at == null ? "the chain" : name(at)) + " is refused: " + e.getMessage());
    } catch (GeneralSecurityException | RuntimeException e) {
      return new TrustVerdict(Kind.UNUSABLE, null, "the chain can't be judged: " + e.getMessage());
    }
  }

  /** For old devices one that has not switched off what they have. */
  private CertPathValidator validator() throws GeneralSecurityException {
    return settings.profile() == TlsProfile.LEGACY
        ? CertPathValidator.getInstance("PKIX", new BouncyCastleProvider())
        : CertPathValidator.getInstance("PKIX");
  }

  private static boolean isForServers(X509Certificate certificate) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      return purposes == null || purposes.stream().anyMatch(FOR_SERVERS::contains);
    } catch (CertificateParsingException _) {
      return false;
    }
  }

  private static String name(X509Certificate certificate) {
    return CertificateFacts.of(certificate).subject();
  }

  private static String namesOf(X509Certificate certificate) {
    List<String> names = HostNames.of(certificate).all();
    return names.isEmpty() ? "no host" : String.join(", ", names);
  }

  private static String day(Date date) {
    return date.toInstant().toString().substring(0, 10);
  }
}
