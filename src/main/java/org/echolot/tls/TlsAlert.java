package org.echolot.tls;

/**
 * An alert, as it is on the wire (RFC 8446 section 6, RFC 5246 section 7.2).
 *
 * @param level 1 warning, 2 fatal
 * @param description 0 to 255
 */
public record TlsAlert(int level, int description) {

  /** The level of an alert that ends the connection. */
  public static final int FATAL = 2;

  /** The description of the alert that says that nothing more follows; no fault. */
  public static final int CLOSE_NOTIFY = 0;

  /** Nothing in common, or a certificate is missing. */
  public static final int HANDSHAKE_FAILURE = 40;

  public static final int INTERNAL_ERROR = 80;

  static final int BAD_CERTIFICATE = 42;

  /** The certificate is of a type, or for a purpose, that is not accepted. */
  public static final int UNSUPPORTED_CERTIFICATE = 43;

  public static final int CERTIFICATE_REVOKED = 44;
  public static final int CERTIFICATE_EXPIRED = 45;
  static final int CERTIFICATE_UNKNOWN = 46;

  /** No authority that is trusted issued the certificate. */
  public static final int UNKNOWN_CA = 48;

  /** The certificate is good, and its holder is refused. */
  public static final int ACCESS_DENIED = 49;

  static final int DECRYPT_ERROR = 51;
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

  /** Name and number: {@code handshake_failure (40)}. */
  @Override
  public String toString() {
    return name() + " (" + description + ")";
  }
}
