package org.echolot.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What we make of a peer's certificates.
 *
 * @param certificate the one that is at fault, or that is trusted; null where no single one is
 * @param text one line that says why, for example the name of the missing issuer
 * @param cautions why other software may refuse what we trust, a sentence each; empty where nothing
 *     is known against it, or it is not trusted
 */
public record TrustVerdict(
    Reason reason, @Nullable X509Certificate certificate, String text, List<String> cautions) {

  public TrustVerdict {
    cautions = List.copyOf(cautions);
  }

  /** A verdict without cautions. */
  public TrustVerdict(Reason reason, @Nullable X509Certificate certificate, String text) {
    this(reason, certificate, text, List.of());
  }

  /** What can be wrong with a chain. The first that applies, in this order, is the verdict. */
  public enum Kind {
    TRUSTED("trusted"),
    /** No path to a certificate that we trust. */
    UNTRUSTED("not trusted"),
    EXPIRED("expired"),
    NOT_YET_VALID("not yet valid"),
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

  /** What it is in particular; who has the move depends on it. */
  public enum Reason {
    TRUSTED(Kind.TRUSTED),

    /** The issuer is neither trusted nor was it sent. */
    NO_PATH(Kind.UNTRUSTED),
    /** The same where the peer sent its own certificate alone. */
    CHAIN_INCOMPLETE(Kind.UNTRUSTED),
    /** The same where the peer sent another authority's certificate in the issuer's place. */
    WRONG_INTERMEDIATE(Kind.UNTRUSTED),
    /** It is another certificate than the one that is trusted by its fingerprint. */
    OTHER_FINGERPRINT(Kind.UNTRUSTED),
    /** A trusted certificate is called like the issuer, and has another key. */
    TRUSTED_HAS_OTHER_KEY(Kind.UNTRUSTED),
    /** A trusted certificate signed it that is no authority, so that it stands for itself alone. */
    TRUSTED_IS_NO_AUTHORITY(Kind.UNTRUSTED),
    /** It vouches for itself, and another of its name is trusted. */
    OTHER_CERTIFICATE(Kind.UNTRUSTED),

    /** The peer's own certificate. */
    OWN_EXPIRED(Kind.EXPIRED),
    /** One between, which the peer sent. */
    ISSUER_EXPIRED(Kind.EXPIRED),
    /** One that we trust: no renewal at the peer helps. */
    TRUSTED_EXPIRED(Kind.EXPIRED),

    /** By years, or days: nobody's clock is that wrong. */
    BEGINS_LATER(Kind.NOT_YET_VALID),
    /** The same of one between, which the peer sent. */
    ISSUER_BEGINS_LATER(Kind.NOT_YET_VALID),
    /** The same of one that we trust. */
    TRUSTED_BEGINS_LATER(Kind.NOT_YET_VALID),
    /** By hours: a clock, or a time zone, is wrong. */
    BEGINS_SOON(Kind.NOT_YET_VALID),

    TOO_WEAK(Kind.WEAK),

    /** It has names by which the peer could be called. */
    OTHER_HOST(Kind.HOSTNAME_MISMATCH),
    /** It has no name that any host could be called by. */
    NO_HOST(Kind.HOSTNAME_MISMATCH),

    /** The peer's own certificate is not for a TLS server. */
    NOT_FOR_SERVERS(Kind.UNUSABLE),
    /** An authority signed what it may not: it is none, or its limits forbid it. */
    ISSUER_MAY_NOT(Kind.UNUSABLE),
    /** It has an extension that must be understood, and is not. */
    CRITICAL_EXTENSION(Kind.UNUSABLE),
    /** In the words of the runtime. */
    REFUSED(Kind.UNUSABLE);

    private final Kind kind;

    Reason(Kind kind) {
      this.kind = kind;
    }

    /** What it is a case of. */
    public Kind kind() {
      return kind;
    }

    /** The most general one of its kind. */
    public static Reason of(Kind kind) {
      return Stream.of(values()).filter(reason -> reason.kind == kind).findFirst().orElseThrow();
    }
  }

  public Kind kind() {
    return reason.kind();
  }

  public boolean isTrusted() {
    return kind() == Kind.TRUSTED;
  }

  /** Whether the certificate in question names itself as its issuer. */
  public boolean isAboutSelfSigned() {
    return certificate != null && CertificateFacts.of(certificate).isSelfIssued();
  }
}
