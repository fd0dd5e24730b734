package org.echolot.report;

import java.net.InetSocketAddress;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.check.StageState;
import org.echolot.dicom.pdu.Abort;
import org.echolot.text.AddressText;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/** What a failed check has shown to work, so that nobody looks for the fault there. */
public final class RuledOut {

  /** What causes mean if the peer refused us, by their variants. */
  private static final Set<String> REFUSALS = Set.of("late-rejection", "abort", "refusal");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private RuledOut() {}

  /** For the words "Ruled out:", one or two sentences; empty if nothing is. */
  public static Optional<String> of(CheckResult result) {
    InetSocketAddress peer = result.remoteAddress();
    if (result.outcome() != Outcome.FAILURE || peer == null) {
      return Optional.empty();
    }
    String address =
        result.proxyAddress() == null
            ? AddressText.of(peer)
            : result.request().address() + ", behind the proxy";
    String tls = overTls(result) ? ", TLS" : "";
    if (result.negotiated() != null) {
      return Optional.of(
          // Who accepts every title may be another one than the peer.
          (mayBeTheAeTitles(result)
                  ? "a port that is not DICOM"
                      + (mayBeTheNetwork(result)
                          ? ""
                          : ", and a network or firewall that blocks the connection")
                      + (tls.isEmpty() ? "" : ", and TLS")
                  : "host, port"
                      + (mayBeTheNetwork(result) ? "" : ", network")
                      + tls
                      + ", AE titles")
              + ". The peer at "
              + address
              + " accepted the association.");
    }
    if (result.reject() != null || result.abort() != null) {
      return Optional.of(
          "a network or firewall that blocks the connection"
              + (tls.isEmpty() ? "" : ", and TLS")
              + ". A DICOM system answers at "
              + address
              + ".");
    }
    // A device in between may have answered over TLS.
    return saidSomethingOverTls(result) && !mayBeTheNetwork(result) && result.move() != Move.NETWORK
        ? Optional.of(
            "a network or firewall that blocks the connection. A TLS service answers at "
                + address
                + ".")
        : Optional.empty();
  }

  /**
   * The same with what an earlier success of the same peer shows.
   *
   * @param then null: none is known
   */
  public static Optional<String> of(CheckResult result, @Nullable CheckResult then) {
    Optional<String> now = of(result);
    if (then == null
        || result.outcome() != Outcome.FAILURE
        || now.isPresent()
        || saysNothingOfThePort(result)
        || !then.request().address().equals(result.request().address())
        || then.request().isTls() != result.request().isTls()
        || calledElsewhere(then, result)) {
      return now;
    }
    String port =
        "a mistyped address or port, unless it was changed since: DICOM answered at "
            + result.request().address()
            + " at "
            + TIME.format(then.startedAt())
            + ".";
    return Optional.of(port);
  }

  /** Whether it did not come to the port, or shows that the port is another one now. */
  private static boolean saysNothingOfThePort(CheckResult result) {
    return switch (result.cause()) {
      case UNKNOWN_HOST, RESOLVE_TIMEOUT, PEER_EXPECTS_TLS, PEER_NOT_TLS, NOT_DICOM -> true;
      case null, default -> false;
    };
  }

  /** Whether the name means another address now, so that nothing is known of its ports. */
  private static boolean calledElsewhere(CheckResult then, CheckResult result) {
    InetSocketAddress was = then.peerAddress();
    InetSocketAddress is = result.peerAddress();
    return was != null && is != null && !was.equals(is);
  }

  /** Whether it failed in a way in which what is sent, or comes back, may have been lost or cut. */
  private static boolean mayBeTheNetwork(CheckResult result) {
    return switch (result.cause()) {
      case TLS_TIMEOUT,
          CLOSED_BEFORE_REPLY,
          ASSOCIATE_TIMEOUT,
          ECHO_TIMEOUT,
          CLOSED_DURING_ECHO,
          MALFORMED_PDU ->
          true;
      case TLS_FAILED, TLS_NO_COMMON_PROTOCOL, CLIENT_CERTIFICATE_REQUIRED ->
          result.endedBy() == EndedBy.PEER_CLOSE || result.endedBy() == EndedBy.PEER_RESET;
      case null, default -> false;
    };
  }

  /** Whether a peer that accepts an association may still refuse us by who we are, or it is. */
  private static boolean mayBeTheAeTitles(CheckResult result) {
    return switch (result.cause()) {
      // Who sends a request of its own takes us for somebody.
      case WRONG_RESPONSE -> "request".equals(result.observed().variant());
      case VERIFICATION_NOT_ACCEPTED, ECHO_STATUS, CLOSED_DURING_ECHO, RELEASED_DURING_ECHO -> true;
      // A rejection, an abort or a release that came late, damaged or in part may be about them.
      case UNEXPECTED_PDU, MALFORMED_PDU, ECHO_TIMEOUT ->
          REFUSALS.contains(String.valueOf(result.observed().variant()));
      // The software below the application knows nothing of who may do what.
      case ABORTED -> result.abort() == null || result.abort().source() != Abort.SERVICE_PROVIDER;
      case null, default -> false;
    };
  }

  private static boolean overTls(CheckResult result) {
    return result.stage(CheckStage.TLS).state() == StageState.OK;
  }

  private static boolean saidSomethingOverTls(CheckResult result) {
    TlsReport tls = result.tls();
    return tls != null && (!tls.chain().isEmpty() || tls.alert() != null);
  }
}
