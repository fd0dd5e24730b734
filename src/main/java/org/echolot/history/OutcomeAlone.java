package org.echolot.history;

import org.echolot.check.Cause;
import org.echolot.check.CheckResult;

/**
 * Says what a failure itself changed, where nothing else is different that both checks saw: its
 * cause is then the only thing that is new. Pure.
 */
public final class OutcomeAlone {

  private OutcomeAlone() {}

  /** A few words, to follow {@code Changed since:}. */
  public static String of(CheckResult failed) {
    Cause cause = failed.cause();
    return cause == null ? "nothing that both checks show" : said(cause);
  }

  private static String said(Cause cause) {
    return switch (cause) {
      case UNKNOWN_HOST, RESOLVE_TIMEOUT -> "the name lookup, which finds no address now";
      case PEER_EXPECTS_TLS -> "the port speaks TLS now; then it answered without TLS";
      case PEER_NOT_TLS -> "the port does not answer with TLS now; then it did";
      case NOT_DICOM -> "something else answers on the port now; then it was DICOM";
      case CONNECTION_REFUSED, CONNECT_TIMEOUT, HOST_UNREACHABLE ->
          "no connection opens now; then one did";
      case PROXY_UNREACHABLE, PROXY_REFUSED, PROXY_NO_ANSWER ->
          "the proxy, which does not connect us now";
      case TLS_FAILED,
          TLS_TIMEOUT,
          TLS_NO_COMMON_PROTOCOL,
          CERTIFICATE_UNTRUSTED,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_NOT_YET_VALID,
          CERTIFICATE_HOSTNAME_MISMATCH,
          CLIENT_CERTIFICATE_REQUIRED ->
          "the TLS handshake fails now; then it succeeded";
      case ASSOCIATE_TIMEOUT, CLOSED_BEFORE_REPLY ->
          "the association request gets no whole answer now; then it was accepted";
      case REJECTED_CALLED_AE,
          REJECTED_CALLING_AE,
          REJECTED_APPLICATION_CONTEXT,
          REJECTED_PROTOCOL_VERSION,
          REJECTED_BUSY,
          REJECTED_NO_REASON,
          REJECTED_OTHER ->
          "the association is rejected now; then it was accepted";
      case ECHO_TIMEOUT, CLOSED_DURING_ECHO, RELEASED_DURING_ECHO ->
          "the C-ECHO gets no whole response now; then it succeeded";
      case USER_IDENTITY_UNUSABLE,
          VERIFICATION_NOT_ACCEPTED,
          ABORTED,
          MALFORMED_PDU,
          UNEXPECTED_PDU,
          ECHO_STATUS,
          WRONG_RESPONSE,
          INTERNAL_ERROR ->
          "nothing but the outcome, as far as both checks show";
    };
  }
}
