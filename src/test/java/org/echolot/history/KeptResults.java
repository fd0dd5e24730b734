package org.echolot.history;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.Observed;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.network.TcpPath;
import org.jspecify.annotations.Nullable;

/** Results of checks at moments of choice. */
final class KeptResults {

  static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  private KeptResults() {}

  /** The ID of a peer that tests call by a number. */
  static UUID id(int peer) {
    return new UUID(7, peer);
  }

  static CheckRequest request(int peer) {
    return CheckRequest.of(
        id(peer), "CT " + peer, new AeTitle("CT" + peer), new AeTitle("ECHOLOT"), "10.1.2.3", 104);
  }

  static CheckResult success(int peer, Instant at, int echoMicros) {
    return result(request(peer), at, echoMicros, "10.1.2.3", "PACS_1", null);
  }

  static CheckResult rejected(int peer, Instant at) {
    return result(request(peer), at, 900, "10.1.2.3", null, Cause.REJECTED_CALLED_AE);
  }

  static CheckResult refused(int peer, Instant at) {
    return result(request(peer), at, 0, "10.1.2.3", null, Cause.CONNECTION_REFUSED);
  }

  /** The same with what the system knew of the connection's way. */
  static CheckResult onWay(CheckResult of, Duration roundTrip, int resent) {
    return new CheckResult(
        of.request(),
        of.engine(),
        of.startedAt(),
        of.outcome(),
        of.stage(),
        of.cause(),
        of.summary(),
        of.move(),
        of.endedBy(),
        of.advice(),
        of.warnings(),
        of.total(),
        of.stages(),
        of.reject(),
        of.abort(),
        of.echoStatus(),
        of.negotiated(),
        of.tls(),
        of.userIdentity(),
        of.localAddress(),
        of.remoteAddress(),
        new Observed(
            null, null, null, List.of(), "odd", new TcpPath(roundTrip, resent, 0, 1448, 1500)));
  }

  /**
   * @param implementation null: the peer did not accept the association
   * @param cause null: it succeeded
   */
  static CheckResult result(
      CheckRequest request,
      Instant at,
      int micros,
      String address,
      @Nullable String implementation,
      @Nullable Cause cause) {
    InetSocketAddress local =
        new InetSocketAddress(InetAddress.ofLiteral("10.1.9.8"), 50_000 + micros % 10_000);
    CheckStage failed = cause == null ? null : cause.stage();
    List<StageResult> stages =
        Stream.of(CheckStage.values())
            .map(stage -> stage(stage, failed, Duration.ofNanos(1_000L * micros), local))
            .toList();
    return new CheckResult(
        request,
        "echolot",
        OffsetDateTime.ofInstant(at, ZoneOffset.ofHours(1)),
        cause == null ? Outcome.SUCCESS : Outcome.FAILURE,
        failed,
        cause,
        cause == null ? "The peer answered the C-ECHO with Success" : cause.label() + ": as it is",
        cause == null ? Move.NOBODY : Move.OURS,
        cause == null ? EndedBy.OUR_RELEASE : EndedBy.PEER_REJECTION,
        cause == null ? List.of() : List.of("Check the spelling."),
        List.of(),
        Duration.ofNanos(4_000L * micros),
        stages,
        cause == Cause.REJECTED_CALLED_AE ? new AssociateRj(1, 1, 7) : null,
        null,
        cause == null ? 0 : null,
        implementation == null
            ? null
            : new Negotiated("1.2.3", implementation, 16_384L, "1.2.840.10008.1.2", 0),
        null,
        null,
        local,
        new InetSocketAddress(InetAddress.ofLiteral(address), request.port()));
  }

  private static StageResult stage(
      CheckStage stage, @Nullable CheckStage failed, Duration took, InetSocketAddress local) {
    if (stage == CheckStage.TLS || (failed != null && stage.compareTo(failed) > 0)) {
      return StageResult.skipped(stage, "");
    }
    return new StageResult(
        stage,
        stage == failed ? StageState.FAILED : StageState.OK,
        took,
        stage == CheckStage.CONNECT ? "from 10.1.9.8:" + local.getPort() : "as it should be");
  }
}
