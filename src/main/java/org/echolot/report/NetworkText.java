package org.echolot.report;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.network.TcpPath;
import org.echolot.text.ElapsedText;

/** What the system knew of a connection's way, and how much of a time was the network's. */
public final class NetworkText {

  /** A shorter time is nobody's fault. */
  private static final Duration WORTH_A_WORD = Duration.ofMillis(200);

  /** A stage that took more round trips than this was slow for the peer's sake. */
  private static final int ROUND_TRIPS = 10;

  private NetworkText() {}

  /** One line; empty where the system said nothing. */
  public static Optional<String> of(CheckResult result) {
    return Optional.ofNullable(result.observed().network())
        .map(
            path ->
                (result.proxyAddress() == null ? "" : "to the proxy: ")
                    + facts(path)
                    + slowest(result, path));
  }

  private static String facts(TcpPath path) {
    return "round trip "
        + ElapsedText.of(path.roundTrip())
        + ", "
        + path.retransmissions()
        + (path.retransmissions() == 1 ? " retransmission" : " retransmissions")
        + ", MSS "
        + path.mss()
        + " bytes, path MTU "
        + path.pathMtu()
        + " bytes";
  }

  private static String slowest(CheckResult result, TcpPath path) {
    if (result.warning(Warning.Code.SLOW_PEER).isPresent()) {
      return ""; // which says so
    }
    return result.stages().stream()
        .filter(
            stage ->
                stage.stage() == CheckStage.TLS
                    || stage.stage() == CheckStage.ASSOCIATE
                    || stage.stage() == CheckStage.ECHO)
        // What never came says nothing of who was slow.
        .filter(stage -> stage.state() != StageState.FAILED)
        .filter(stage -> stage.duration().compareTo(WORTH_A_WORD) >= 0)
        .filter(
            stage ->
                ROUND_TRIPS * path.roundTrip().toNanos() < stage.duration().toNanos()
                    && path.retransmissions() == 0)
        .max(Comparator.comparing(StageResult::duration))
        .map(
            stage ->
                ". "
                    + stage.stage().label()
                    + " took "
                    + ElapsedText.of(stage.duration())
                    + ", of which the network took "
                    + ElapsedText.of(path.roundTrip())
                    + (result.proxyAddress() == null
                        ? ": the peer, or a proxy in front of it, is slow"
                        : ": the proxy, the network behind it, or the peer is slow"))
        .orElse("");
  }
}
