package org.echolot.check;

import org.jspecify.annotations.Nullable;

/** Why a check failed. The names are fixed: users' scripts read them. */
public enum Cause {
  UNKNOWN_HOST(Stage.RESOLVE, "Host name not found"),
  RESOLVE_TIMEOUT(Stage.RESOLVE, "Name look-up timed out"),
  CONNECTION_REFUSED(Stage.CONNECT, "Connection refused"),
  CONNECT_TIMEOUT(Stage.CONNECT, "No answer to the connection attempt"),
  HOST_UNREACHABLE(Stage.CONNECT, "Host unreachable"),
  PEER_NOT_TLS(Stage.TLS, "Peer does not speak TLS"),
  CERTIFICATE_UNTRUSTED(Stage.TLS, "Certificate not trusted"),
  CERTIFICATE_EXPIRED(Stage.TLS, "Certificate expired"),
  CERTIFICATE_NOT_YET_VALID(Stage.TLS, "Certificate not valid yet"),
  CERTIFICATE_HOSTNAME_MISMATCH(Stage.TLS, "Certificate is for another host"),
  CLIENT_CERTIFICATE_REQUIRED(Stage.TLS, "Peer wants a client certificate"),
  TLS_NO_COMMON_PROTOCOL(Stage.TLS, "No TLS version or cipher suite in common"),
  TLS_TIMEOUT(Stage.TLS, "TLS handshake timed out"),
  TLS_FAILED(Stage.TLS, "TLS failed"),
  /** The identity that is to be sent lacks its secret; nothing was sent at all. */
  USER_IDENTITY_UNUSABLE(Stage.ASSOCIATE, "User identity can't be sent"),
  PEER_EXPECTS_TLS(Stage.ASSOCIATE, "Peer expects TLS"),
  NOT_DICOM(Stage.ASSOCIATE, "Not a DICOM service"),
  CLOSED_BEFORE_REPLY(Stage.ASSOCIATE, "Closed without a reply"),
  ASSOCIATE_TIMEOUT(Stage.ASSOCIATE, "No reply to the association request"),
  REJECTED_CALLED_AE(Stage.ASSOCIATE, "Called AE title not recognized"),
  REJECTED_CALLING_AE(Stage.ASSOCIATE, "Calling AE title not recognized"),
  REJECTED_APPLICATION_CONTEXT(Stage.ASSOCIATE, "Application context not supported"),
  REJECTED_PROTOCOL_VERSION(Stage.ASSOCIATE, "Protocol version not supported"),
  REJECTED_BUSY(Stage.ASSOCIATE, "Peer is busy"),
  REJECTED_NO_REASON(Stage.ASSOCIATE, "Rejected without a reason"),
  REJECTED_OTHER(Stage.ASSOCIATE, "Rejected for another reason"),
  VERIFICATION_NOT_ACCEPTED(Stage.ASSOCIATE, "Verification not accepted"),
  ABORTED(null, "Aborted by the peer"),
  MALFORMED_PDU(null, "Malformed PDU"),
  UNEXPECTED_PDU(null, "Unexpected PDU"),
  ECHO_TIMEOUT(Stage.ECHO, "No reply to the C-ECHO"),
  ECHO_STATUS(Stage.ECHO, "C-ECHO answered with a failure"),
  CLOSED_DURING_ECHO(Stage.ECHO, "Closed instead of an echo reply"),
  RELEASED_DURING_ECHO(Stage.ECHO, "Released instead of an echo reply"),
  WRONG_RESPONSE(Stage.ECHO, "Wrong response to the C-ECHO"),
  /**
   * Our own fault: something in Echolot, or in this computer, broke in a way that nobody foresaw.
   */
  INTERNAL_ERROR(null, "Internal error");

  private final @Nullable Stage stage;
  private final String label;

  Cause(@Nullable Stage stage, String label) {
    this.stage = stage;
    this.label = label;
  }

  /** The one stage in which it can come up; null if it can in several. */
  public @Nullable Stage stage() {
    return stage;
  }

  /** A few words for a list. */
  public String label() {
    return label;
  }
}
