package org.echolot.check;

import org.jspecify.annotations.Nullable;

/** Why a check failed. The names are fixed: users' scripts read them. */
public enum Cause {
  UNKNOWN_HOST(CheckStage.RESOLVE, "No address for the host name"),
  RESOLVE_TIMEOUT(CheckStage.RESOLVE, "Name lookup timed out"),
  CONNECTION_REFUSED(CheckStage.CONNECT, "Connection refused"),
  CONNECT_TIMEOUT(CheckStage.CONNECT, "No answer to the connection attempt"),
  HOST_UNREACHABLE(CheckStage.CONNECT, "Host unreachable"),
  /** The proxy itself was not found, or did not accept the connection. */
  PROXY_UNREACHABLE(null, "Proxy not reachable"),
  /** The proxy answered that it does not connect us. */
  PROXY_REFUSED(CheckStage.CONNECT, "Proxy did not connect us"),
  PROXY_NO_ANSWER(CheckStage.CONNECT, "No valid answer from the proxy"),
  PEER_NOT_TLS(CheckStage.TLS, "Peer does not speak TLS"),
  CERTIFICATE_UNTRUSTED(CheckStage.TLS, "Certificate not trusted"),
  CERTIFICATE_EXPIRED(CheckStage.TLS, "Certificate expired"),
  CERTIFICATE_NOT_YET_VALID(CheckStage.TLS, "Certificate not yet valid"),
  CERTIFICATE_HOSTNAME_MISMATCH(CheckStage.TLS, "Certificate does not match the host"),
  CLIENT_CERTIFICATE_REQUIRED(CheckStage.TLS, "Client certificate missing or refused"),
  TLS_NO_COMMON_PROTOCOL(CheckStage.TLS, "No agreement on TLS"),
  TLS_TIMEOUT(CheckStage.TLS, "TLS handshake timed out"),
  TLS_FAILED(CheckStage.TLS, "TLS failed"),
  /** The identity that is to be sent lacks its secret; nothing was sent at all. */
  USER_IDENTITY_UNUSABLE(CheckStage.ASSOCIATE, "User identity cannot be sent"),
  PEER_EXPECTS_TLS(CheckStage.ASSOCIATE, "Peer expects TLS"),
  NOT_DICOM(CheckStage.ASSOCIATE, "Not a DICOM service"),
  CLOSED_BEFORE_REPLY(CheckStage.ASSOCIATE, "Connection ended too early"),
  ASSOCIATE_TIMEOUT(CheckStage.ASSOCIATE, "Association request timed out"),
  REJECTED_CALLED_AE(CheckStage.ASSOCIATE, "Called AE title not recognized"),
  REJECTED_CALLING_AE(CheckStage.ASSOCIATE, "Calling AE title not recognized"),
  REJECTED_APPLICATION_CONTEXT(CheckStage.ASSOCIATE, "Application context not supported"),
  REJECTED_PROTOCOL_VERSION(CheckStage.ASSOCIATE, "Protocol version not supported"),
  REJECTED_BUSY(CheckStage.ASSOCIATE, "Peer is busy"),
  REJECTED_NO_REASON(CheckStage.ASSOCIATE, "Rejected without a reason"),
  REJECTED_OTHER(CheckStage.ASSOCIATE, "Rejected for another reason"),
  VERIFICATION_NOT_ACCEPTED(CheckStage.ASSOCIATE, "Verification not accepted"),
  ABORTED(null, "Aborted by the peer"),
  MALFORMED_PDU(null, "Malformed PDU"),
  UNEXPECTED_PDU(null, "Unexpected PDU"),
  ECHO_TIMEOUT(CheckStage.ECHO, "C-ECHO timed out"),
  ECHO_STATUS(CheckStage.ECHO, "C-ECHO failed"),
  CLOSED_DURING_ECHO(CheckStage.ECHO, "Connection ended during the C-ECHO"),
  RELEASED_DURING_ECHO(CheckStage.ECHO, "Released instead of a C-ECHO response"),
  WRONG_RESPONSE(CheckStage.ECHO, "Wrong response to the C-ECHO"),
  /**
   * Our own fault: something in Echolot, or in this computer, broke in a way that nobody foresaw.
   */
  INTERNAL_ERROR(null, "Internal error");

  private final @Nullable CheckStage stage;
  private final String label;

  Cause(@Nullable CheckStage stage, String label) {
    this.stage = stage;
    this.label = label;
  }

  /** The one stage in which it can come up; null if it can in several. */
  public @Nullable CheckStage stage() {
    return stage;
  }

  /** A few words for a list, which are true of every variant of the cause. */
  public String label() {
    return label;
  }
}
