package org.echolot.tls;

import java.util.Set;

/**
 * An alert, as it is on the wire (RFC 8446 section 6, RFC 5246 section 7.2).
 *
 * @param level 1 warning, 2 fatal
 * @param description 0 to 255
 */
public record TlsAlert(int level, int description) {

  /** The level of an alert that ends the connection. */
  public static final int FATAL = 2;

  /** The level of one after which the connection may go on. */
  public static final int WARNING = 1;

  /** Those that IANA marks so (RFC 8447 12). */
  private static final Set<Integer> RESERVED = Set.of(21, 30, 41, 60, 100, 111, 114);

  /** The description of the alert that says that nothing more follows; no fault. */
  public static final int CLOSE_NOTIFY = 0;

  /** Nothing in common, or a certificate is missing. */
  public static final int HANDSHAKE_FAILURE = 40;

  public static final int INTERNAL_ERROR = 80;

  public static final int UNEXPECTED_MESSAGE = 10;
  public static final int BAD_RECORD_MAC = 20;
  public static final int DECRYPTION_FAILED = 21;
  public static final int RECORD_OVERFLOW = 22;
  public static final int DECOMPRESSION_FAILURE = 30;
  public static final int ILLEGAL_PARAMETER = 47;
  public static final int DECODE_ERROR = 50;
  public static final int USER_CANCELED = 90;
  public static final int MISSING_EXTENSION = 109;
  public static final int UNSUPPORTED_EXTENSION = 110;
  public static final int NO_APPLICATION_PROTOCOL = 120;
  public static final int BAD_CERTIFICATE = 42;

  /** The certificate is of a type, or for a purpose, that is not accepted. */
  public static final int UNSUPPORTED_CERTIFICATE = 43;

  public static final int CERTIFICATE_REVOKED = 44;
  public static final int CERTIFICATE_EXPIRED = 45;
  public static final int CERTIFICATE_UNKNOWN = 46;

  /** No authority that is trusted issued the certificate. */
  public static final int UNKNOWN_CA = 48;

  /** The certificate is good, and its holder is refused. */
  public static final int ACCESS_DENIED = 49;

  public static final int DECRYPT_ERROR = 51;
  public static final int PROTOCOL_VERSION = 70;

  /** Stronger suites are asked for than were offered. */
  public static final int INSUFFICIENT_SECURITY = 71;

  public static final int INAPPROPRIATE_FALLBACK = 86;

  /** No server has the name that was asked for. */
  public static final int UNRECOGNIZED_NAME = 112;

  static final int CERTIFICATE_REQUIRED = 116;

  /** The name by which IANA lists it; its number in hexadecimal digits where it does not. */
  public String name() {
    return IanaNames.of(IanaNames.Kind.ALERT, description);
  }

  public boolean isFatal() {
    return level == FATAL;
  }

  /** Whether it names a fault that only the receiver's own certificate, or its lack, can have. */
  public boolean isAboutACertificate() {
    return (description >= BAD_CERTIFICATE && description <= CERTIFICATE_UNKNOWN)
        || description == UNKNOWN_CA
        || description == ACCESS_DENIED
        || description == DECRYPT_ERROR
        || description == CERTIFICATE_REQUIRED;
  }

  public boolean isHandshakeFailure() {
    return description == HANDSHAKE_FAILURE;
  }

  /** Whether it says that a certificate is missing (RFC 8446 6.2). */
  public boolean asksForCertificate() {
    return description == CERTIFICATE_REQUIRED;
  }

  /** Whether it says that nobody has the name that was asked for (RFC 6066 section 3). */
  public boolean isUnrecognizedName() {
    return description == UNRECOGNIZED_NAME;
  }

  /** Whether IANA lists it; nobody knows what another one means but who sent it. */
  public boolean isDefined() {
    return IanaNames.isListed(IanaNames.Kind.ALERT, description);
  }

  /** Whether no version of TLS that is in use sends it any more. */
  private boolean isReserved() {
    return RESERVED.contains(description);
  }

  /**
   * Name and number, {@code handshake_failure (40)}, and what is odd about them: {@code number 200,
   * which TLS does not define}.
   */
  @Override
  public String toString() {
    String named =
        isDefined()
            ? name() + " (" + description + (isReserved() ? ", reserved" : "") + ")"
            : "number " + description + ", which TLS does not define";
    return level == WARNING || level == FATAL
        ? named
        : named + ", with the level " + level + ", which TLS does not define";
  }
}
