package org.echolot.tls.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateUse;
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.TrustVerdict.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What each certificate of a path may do (RFC 5280 6.1.4), the trusted one included: Java's
 * validator takes that for good whatever it is, OpenSSL does not. Pure.
 */
final class PathRules {

  private PathRules() {}

  /**
   * Whether the trusted certificate is one that may vouch for others at all.
   *
   * @return null: it is, or it is the peer's own
   */
  static @Nullable TrustVerdict faultOfAnchor(CertificatePath path) {
    X509Certificate anchor = path.anchor();
    if (path.isPinned()) {
      return null;
    }
    X509Certificate signed = path.links().getLast();
    if (anchor.getSubjectX500Principal().equals(signed.getSubjectX500Principal())
        && anchor.getPublicKey().equals(signed.getPublicKey())
        && path.links().size() == 1) {
      return otherThanTrusted(signed, "with the same key");
    }
    // A root of version 1 has no place to say what it is. Nobody but who trusts it can tell.
    boolean isOldRoot = anchor.getVersion() == 1 && CertificateFacts.of(anchor).isSelfIssued();
    String fault = isOldRoot ? null : againstAuthority(anchor);
    return fault == null
        ? null
        : new TrustVerdict(
            Reason.TRUSTED_IS_NO_AUTHORITY,
            anchor,
            name(anchor)
                + ", which signed "
                + name(signed)
                + ", is trusted only for itself: it "
                + fault);
  }

  /** The verdict on a peer that vouches for itself, and no longer with what is trusted of it. */
  static TrustVerdict otherThanTrusted(X509Certificate own, String difference) {
    return new TrustVerdict(
        Reason.OTHER_CERTIFICATE,
        own,
        name(own)
            + " is trusted, but the peer sent another self-signed certificate of that name, "
            + difference);
  }

  /**
   * Whether each authority was free to issue what it issued.
   *
   * @return null: each was
   */
  static @Nullable TrustVerdict faultOfIssuers(CertificatePath path) {
    List<X509Certificate> all = path.all();
    int between = 0;
    for (int i = 1; i < all.size(); i++) {
      X509Certificate issuer = all.get(i);
      String fault = againstIssuer(issuer, all.subList(0, i), between, i == all.size() - 1);
      if (fault != null) {
        return new TrustVerdict(Reason.ISSUER_MAY_NOT, issuer, name(issuer) + " " + fault);
      }
      // One that certifies its own new key does not count (RFC 5280 4.2.1.9).
      between += CertificateFacts.of(issuer).isSelfIssued() ? 0 : 1;
    }
    return null;
  }

  private static @Nullable String againstIssuer(
      X509Certificate issuer, List<X509Certificate> below, int between, boolean isAnchor) {
    String fault = isAnchor ? null : againstAuthority(issuer);
    if (fault != null) {
      return fault;
    }
    if (issuer.getBasicConstraints() >= 0 && between > issuer.getBasicConstraints()) {
      return String.format(
          Locale.ROOT,
          "allows at most %d authorities below it (path length), but there are %d",
          issuer.getBasicConstraints(),
          between);
    }
    if (!CertificateUse.mayIssueForServers(issuer)) {
      return "may not issue for servers: its extended key usage is "
          + String.join(", ", CertificateUse.purposesOf(issuer));
    }
    return limitsNames(issuer) ? NameConstraints.brokenBy(issuer, below).orElse(null) : null;
  }

  /** Why a certificate is no authority, to be put behind its name; null: it is one. */
  private static @Nullable String againstAuthority(X509Certificate certificate) {
    if (certificate.getBasicConstraints() < 0) {
      return "is not a certificate authority (CA)";
    }
    return CertificateUse.maySignCertificates(certificate)
        ? null
        : "may not sign certificates: its key usage is "
            + String.join(", ", CertificateUse.keyUsageOf(certificate));
  }

  /** The authority of a path that limits the names it issues for. */
  static Optional<X509Certificate> limitingNames(CertificatePath path) {
    return path.isPinned()
        ? Optional.empty()
        : path.all().stream().skip(1).filter(PathRules::limitsNames).findFirst();
  }

  private static boolean limitsNames(X509Certificate authority) {
    return authority.getExtensionValue(NameConstraints.EXTENSION) != null;
  }

  private static String name(X509Certificate certificate) {
    return CertificateFacts.of(certificate).calledSubject();
  }
}
