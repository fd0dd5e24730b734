package org.echolot.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the certificates that we show ourselves by, as far as can be told without the
 * peer. Pure.
 */
public final class OwnCertificate {

  /** Whether renewing it, waiting, or another one helps. */
  public enum Kind {
    EXPIRED,
    NOT_YET_VALID,
    NOT_FOR_CLIENTS
  }

  /**
   * A reason for a peer to refuse it.
   *
   * @param text without a dot at its end: {@code our client certificate CN=me expired on …}
   */
  public record Fault(Kind kind, String text) {}

  private OwnCertificate() {}

  /**
   * The first fault that any of them has.
   *
   * @param chain our own first; empty: there is none, and no fault
   */
  public static Optional<Fault> faultOf(List<X509Certificate> chain, Instant now) {
    for (X509Certificate certificate : chain) {
      CertificateFacts facts = CertificateFacts.of(certificate);
      String which =
          (certificate.equals(chain.getFirst())
                  ? "our client certificate "
                  : "the issuer's certificate in the file of our client certificate, ")
              + facts.calledSubject();
      if (now.isAfter(facts.notAfter())) {
        return fault(Kind.EXPIRED, which + " expired on " + CertificateFacts.day(facts.notAfter()));
      }
      if (now.isBefore(facts.notBefore())) {
        return fault(
            Kind.NOT_YET_VALID,
            which + " is not valid before " + CertificateFacts.day(facts.notBefore()));
      }
    }
    String against = chain.isEmpty() ? null : CertificateUse.againstClient(chain.getFirst());
    return against == null
        ? Optional.empty()
        : fault(
            Kind.NOT_FOR_CLIENTS,
            "our client certificate "
                + CertificateFacts.of(chain.getFirst()).calledSubject()
                + " "
                + against);
  }

  private static Optional<Fault> fault(Kind kind, String text) {
    return Optional.of(new Fault(kind, text));
  }
}
