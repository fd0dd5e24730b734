package org.echolot.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import org.echolot.tls.TlsReport.ClientCertificateRequest;
import org.echolot.tls.TlsReport.Offer;
import org.echolot.tls.TlsReport.ProfileVerdict;
import org.jspecify.annotations.Nullable;

/** Handshakes on handshakes as an engine would make them. */
public final class Handshakes {

  private static final Offer OFFER =
      new Offer(
          List.of("TLSv1.3", "TLSv1.2"),
          List.of(
              "TLS_AES_256_GCM_SHA384",
              "TLS_AES_128_GCM_SHA256",
              "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
          List.of("x25519", "secp256r1"),
          List.of("ecdsa_secp256r1_sha256", "rsa_pss_rsae_sha256"),
          "pacs.klinikum-musterstadt.example");

  private Handshakes() {}

  /** A handshake that ended well, with the chain of four. */
  public static TlsReport trusted() {
    List<X509Certificate> chain = Certificates.chainOfFour();
    return report(
        TlsProfile.RUNTIME,
        chain,
        new TrustVerdict(
            TrustVerdict.Reason.TRUSTED, chain.getLast(), "up to Klinikum Musterstadt Root CA"));
  }

  /** The same with the legacy profile, whose TLS 1.0 keeps to no profile. */
  public static TlsReport legacy() {
    TlsReport modern = trusted();
    return new TlsReport(
        TlsProfile.LEGACY,
        new Offer(
            List.of("TLSv1.2", "TLSv1.1", "TLSv1"),
            List.of("TLS_RSA_WITH_AES_128_CBC_SHA"),
            List.of(),
            List.of(),
            null),
        "TLSv1",
        "TLS_RSA_WITH_AES_128_CBC_SHA",
        "RSA 2048 bits",
        modern.chain(),
        modern.trust(),
        null,
        List.of(),
        null,
        List.of("TLSv1", "TLSv1.1", "3DES_EDE_CBC"),
        new ProfileVerdict(
            true,
            List.of("TLSv1 is forbidden.", "The suite has no forward secrecy."),
            List.of("TLSv1 is forbidden.")));
  }

  /** A peer that nobody vouches for: {@code chain}, in order, leads to nothing that is trusted. */
  public static TlsReport untrusted(X509Certificate... chain) {
    return report(
        TlsProfile.RUNTIME,
        List.of(chain),
        new TrustVerdict(
            TrustVerdict.Reason.NO_PATH,
            chain[chain.length - 1],
            "no path to a trusted certificate"));
  }

  /** A verdict of another kind on one certificate. */
  public static TlsReport judged(X509Certificate certificate, TrustVerdict.Kind kind) {
    return report(
        TlsProfile.RUNTIME,
        List.of(certificate),
        new TrustVerdict(TrustVerdict.Reason.of(kind), certificate, "as it is"));
  }

  /** Nothing was agreed on: the peer sent an alert at once. */
  public static TlsReport alerted(TlsAlert alert) {
    return new TlsReport(
        TlsProfile.BCP195,
        OFFER,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        List.of(),
        alert,
        List.of(),
        ProfileVerdict.UNKNOWN);
  }

  private static TlsReport report(
      TlsProfile profile, List<X509Certificate> chain, @Nullable TrustVerdict trust) {
    return new TlsReport(
        profile,
        OFFER,
        "TLSv1.3",
        "TLS_AES_256_GCM_SHA384",
        "x25519",
        chain,
        trust,
        new ClientCertificateRequest(
            List.of("RSA", "EC"), List.of("CN=Klinikum Musterstadt Root CA, O=Klinikum, C=DE")),
        List.of(Certificates.one("pss")),
        null,
        List.of("TLSv1", "TLSv1.1", "3DES_EDE_CBC", "RC4"),
        new ProfileVerdict(true, List.of(), List.of("x25519 is not in the list.")));
  }
}
