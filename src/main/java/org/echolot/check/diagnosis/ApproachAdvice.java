package org.echolot.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.text.AddressText;

/**
 * What a check did otherwise than the plainest one, where a peer refused it: that is to be left out
 * before anybody else is asked. Pure.
 */
final class ApproachAdvice {

  private ApproachAdvice() {}

  /** Whether the cause may be what we sent beside, or in front of, a plain request. */
  private static boolean mayBeOurs(Cause cause, CheckStage stage) {
    return switch (cause) {
      case CLOSED_BEFORE_REPLY,
          ASSOCIATE_TIMEOUT,
          REJECTED_NO_REASON,
          REJECTED_OTHER,
          MALFORMED_PDU,
          NOT_DICOM ->
          true;
      case ABORTED -> stage == CheckStage.ASSOCIATE;
      default -> false;
    };
  }

  /** Whether it may be the header before the first byte, of TLS too. */
  private static boolean mayBeTheHeader(Cause cause, CheckStage stage) {
    return switch (cause) {
      case TLS_FAILED, TLS_TIMEOUT, TLS_NO_COMMON_PROTOCOL, PEER_NOT_TLS -> true;
      default -> mayBeOurs(cause, stage);
    };
  }

  /** Whether it may be the proxy that ended the connection to the peer. */
  private static boolean mayBeTheProxy(Cause cause) {
    return cause == Cause.CLOSED_BEFORE_REPLY || cause == Cause.CLOSED_DURING_ECHO;
  }

  /** The advice with that about our own manner before it. */
  static List<String> addedTo(
      List<String> advice, Cause cause, CheckStage stage, Approach approach) {
    List<String> all = new ArrayList<>();
    if (approach.proxyHeader() != null && mayBeTheHeader(cause, stage)) {
      all.add(
          "Check again without the header of the PROXY protocol: a peer that does not expect it"
              + " ends the connection (DCMTK logs \"Unrecognized PDU type: "
              + (approach.proxyHeader() == Approach.ProxyHeader.V1
                  ? "50\", the P of PROXY)."
                  : "D\", its first byte)."));
    }
    Approach.Proxy proxy = approach.proxy();
    if (proxy != null && mayBeTheProxy(cause)) {
      all.add(
          "Ask the network team for the log entry of the proxy "
              + AddressText.of(proxy.host(), proxy.port())
              + " at this time: it shows whether the proxy or the peer ended the connection.");
    }
    if (approach.contexts() > 1 && mayBeOurs(cause, stage)) {
      all.add(
          "Check again with one presentation context: we proposed "
              + approach.contexts()
              + ", and some printers and old devices refuse more than one.");
    }
    if (approach.syntaxes() > 1 && mayBeOurs(cause, stage)) {
      all.add(
          "Check again with one transfer syntax: we proposed "
              + approach.syntaxes()
              + " in each presentation context.");
    }
    all.addAll(advice);
    return List.copyOf(all);
  }

  /** Whose move it then is. */
  static Move moveOf(Move move, Cause cause, CheckStage stage, Approach approach) {
    if (approach.proxy() != null && mayBeTheProxy(cause)) {
      return Move.NETWORK;
    }
    boolean header = approach.proxyHeader() != null && mayBeTheHeader(cause, stage);
    boolean more = approach.contexts() > 1 || approach.syntaxes() > 1;
    return (header || (more && mayBeOurs(cause, stage))) && move == Move.PEER_ADMINISTRATOR
        ? Move.OURS_OR_PEER
        : move;
  }
}
