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
    TRUSTED,
    /** No path to a certificate that we trust. */
    UNTRUSTED,
    EXPIRED,
    NOT_YET_VALID,
    /** A key or a signature that is too weak for the runtime or the profile. */
    WEAK,
    /** It names another host. */
    HOSTNAME_MISMATCH,
    /** Anything else, for example a purpose that the certificate is not for. */
    UNUSABLE
  }

  public boolean isTrusted() {
    return kind == Kind.TRUSTED;
  }
}
