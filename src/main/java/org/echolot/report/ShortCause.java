package org.echolot.report;

import org.echolot.check.Cause;

/** Names of causes for lists, where every peer has one line. */
public final class ShortCause {

  /** No name is longer. */
  public static final int MOST_CHARACTERS = 26;

  private ShortCause() {}

  /**
   * What went wrong, in at most {@link #MOST_CHARACTERS} characters; no two causes share a name.
   */
  public static String of(Cause cause) {
    return switch (cause) {
      case CONNECT_TIMEOUT -> "Connection timed out";
      case CERTIFICATE_HOSTNAME_MISMATCH -> "Certificate of other host";
      case CLIENT_CERTIFICATE_REQUIRED -> "Client certificate problem";
      case UNKNOWN_HOST -> "No address for the name";
      case USER_IDENTITY_UNUSABLE -> "User identity unusable";
      case ASSOCIATE_TIMEOUT -> "Association timed out";
      case REJECTED_CALLED_AE -> "Called AE title unknown";
      case REJECTED_CALLING_AE -> "Calling AE title unknown";
      case REJECTED_APPLICATION_CONTEXT -> "App. context refused";
      case REJECTED_PROTOCOL_VERSION -> "Protocol version refused";
      case REJECTED_OTHER -> "Rejected, other reason";
      case CLOSED_DURING_ECHO -> "Ended during the C-ECHO";
      case RELEASED_DURING_ECHO -> "Released during the C-ECHO";
      case PROXY_NO_ANSWER -> "No answer from the proxy";
      case WRONG_RESPONSE -> "Wrong C-ECHO response";
      case RESOLVE_TIMEOUT,
          CONNECTION_REFUSED,
          HOST_UNREACHABLE,
          PROXY_UNREACHABLE,
          PROXY_REFUSED,
          PEER_NOT_TLS,
          CERTIFICATE_UNTRUSTED,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_NOT_YET_VALID,
          TLS_NO_COMMON_PROTOCOL,
          TLS_TIMEOUT,
          TLS_FAILED,
          PEER_EXPECTS_TLS,
          NOT_DICOM,
          CLOSED_BEFORE_REPLY,
          ECHO_TIMEOUT,
          ECHO_STATUS,
          REJECTED_BUSY,
          REJECTED_NO_REASON,
          VERIFICATION_NOT_ACCEPTED,
          ABORTED,
          MALFORMED_PDU,
          UNEXPECTED_PDU,
          INTERNAL_ERROR ->
          cause.label();
    };
  }
}
