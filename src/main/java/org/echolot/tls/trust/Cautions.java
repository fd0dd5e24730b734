package org.echolot.tls.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateUse;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.TrustVerdict;
import org.echolot.tls.TrustVerdict.Reason;

/**
 * Why other software may refuse a certificate that is trusted here: what this program tolerates,
 * since a check is to show whether the peer works for us, is a warning at least. Pure.
 */
final class Cautions {

  private final TlsSettings settings;
  private final String host;
  private final Instant now;

  /**
   * @param host the name or address that the certificate has to name
   */
  Cautions(TlsSettings settings, String host, Instant now) {
    this.settings = settings;
    this.host = host;
    this.now = now;
  }

  /**
   * A sentence for each.
   *
   * @param chain the peer's own certificate first
   * @param verdict that it is trusted
   * @param others the verdicts on all paths that there are
   */
  List<String> of(List<X509Certificate> chain, TrustVerdict verdict, List<TrustVerdict> others) {
    List<String> cautions = new ArrayList<>();
    X509Certificate own = chain.getFirst();
    String against = CertificateUse.againstServer(own);
    if (against != null) {
      // It can only be trusted itself: else this is a fault.
      cautions.add(
          name(own) + " " + against + ". Software that does not trust it by itself refuses it.");
    } else if (CertificateUse.isForAnythingAlone(own)) {
      cautions.add(
          "The extended key usage of "
              + name(own)
              + " is \"anything\" without \"server authentication\", which OpenSSL refuses.");
    }
    if (!settings.verifiesHostname() && !HostNames.of(own).name(host)) {
      cautions.add(
          "The host name check is off for this peer, and the certificate does not match the host: "
              + HostNames.of(own).whyNot(host)
              + ". Software that checks the name refuses it.");
    }
    if (settings.verifiesHostname() && HostNames.of(own).restsOnCommonName(host)) {
      cautions.add(
          "The certificate has \""
              + host
              + "\" only in its common name, which newer software ignores (RFC 9525): it should"
              + " list the name as an alternative name (SAN).");
    }
    addOrder(cautions, chain, verdict);
    addOld(cautions, chain, others);
    if (settings.profile() == TlsProfile.RUNTIME) {
      List<X509Certificate> all = new ArrayList<>(chain);
      if (verdict.certificate() != null && !chain.contains(verdict.certificate())) {
        all.add(verdict.certificate());
      }
      for (X509Certificate certificate : all) {
        String weakness = KeyStrength.weaknessOf(certificate, TlsProfile.BCP195);
        if (weakness != null) {
          cautions.add(name(certificate) + " " + weakness + ": much current software refuses it.");
        }
      }
    }
    return cautions;
  }

  /** A caller is not bound to look for what is missing, or in another place (RFC 5246 7.4.2). */
  private static void addOrder(
      List<String> cautions, List<X509Certificate> chain, TrustVerdict verdict) {
    for (int i = 0; i + 1 < chain.size(); i++) {
      X509Certificate next = chain.get(i + 1);
      X500Principal issuer = chain.get(i).getIssuerX500Principal();
      if (!issuer.equals(chain.get(i).getSubjectX500Principal())
          && !next.getSubjectX500Principal().equals(issuer)
          && chain.stream().anyMatch(other -> other.getSubjectX500Principal().equals(issuer))) {
        cautions.add(
            "The peer sends its certificates in the wrong order: "
                + name(next)
                + " follows "
                + name(chain.get(i))
                + ", but did not sign it. Some software refuses that.");
        break;
      }
    }
    X509Certificate anchor = verdict.certificate();
    if (anchor != null
        && !anchor.equals(chain.getFirst())
        && !chain.contains(anchor)
        && !CertificateFacts.of(anchor).isSelfIssued()) {
      cautions.add(
          "The peer does not send the certificate of "
              + name(anchor)
              + ", an intermediate authority that is trusted here by itself. Software that trusts"
              + " only its root refuses the chain.");
    }
  }

  private void addOld(
      List<String> cautions, List<X509Certificate> chain, List<TrustVerdict> others) {
    others.stream()
        .filter(other -> other.reason() == Reason.TRUSTED_EXPIRED)
        .map(
            other ->
                "One of the trusted certificates has expired and also leads to the peer's"
                    + " certificate. Other software may find it first: "
                    + other.text()
                    + ".")
        .distinct()
        .forEach(cautions::add);
    chain.stream()
        .filter(certificate -> certificate.getNotAfter().toInstant().isBefore(now))
        .map(
            certificate ->
                "The peer also sends "
                    + name(certificate)
                    + ", which expired on "
                    + CertificateFacts.day(certificate.getNotAfter().toInstant())
                    + " and is not needed. Older software may refuse the chain because of it.")
        .forEach(cautions::add);
  }

  private static String name(X509Certificate certificate) {
    return CertificateFacts.of(certificate).calledSubject();
  }
}
