package org.echolot.tls;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * What we make of a peer's certificates.
 *
 * @param certificate the one that is at fault, or that is trusted; null where no single one is
 * @param text one line that says why, for example the name of the missing issuer
 */
public record TrustVerdict(Kind kind, @Nullable X509Certificate certificate, String text) {

  /** What can be wrong with a chain. The first that applies, in this order, is the verdict. */
  public enum Kind {
    TRUSTED("trusted"),
    /** No path to a certificate that we trust. */
    UNTRUSTED("not trusted"),
    EXPIRED("expired"),
    NOT_YET_VALID("not valid yet"),
    /** A key or a signature that is too weak for the runtime or the profile. */
    WEAK("too weak"),
    /** It names another host. */
    HOSTNAME_MISMATCH("for another host"),
    /** Anything else, for example a purpose that the certificate is not for. */
    UNUSABLE("not usable");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** A few words for people. */
    public String label() {
      return label;
    }
  }

  public boolean isTrusted() {
    return kind == Kind.TRUSTED;
  }

  /** Whether the certificate in question names itself as its issuer. */
  public boolean isAboutSelfSigned() {
    return certificate != null && CertificateFacts.of(certificate).isSelfIssued();
  }
}
