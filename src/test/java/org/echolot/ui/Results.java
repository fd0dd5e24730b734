package org.echolot.ui;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/** Results as an engine would make them. */
public final class Results {

  private static final OffsetDateTime BEGAN = OffsetDateTime.parse("2026-11-23T10:15:30.123+01:00");

  private Results() {}

  public static CheckRequest request(String name) {
    return CheckRequest.of(name, new AeTitle("CT1"), new AeTitle("ECHOLOT"), "10.1.2.3", 104);
  }

  /** The peer answered; the echo took {@code echo}. */
  public static CheckResult success(CheckRequest request, Duration echo, Warning... warnings) {
    List<StageResult> stages = new ArrayList<>();
    for (CheckStage stage : CheckStage.values()) {
      stages.add(
          stage == CheckStage.TLS
              ? StageResult.skipped(stage, "")
              : new StageResult(stage, StageState.OK, echo, "as it should be"));
    }
    Negotiated negotiated = new Negotiated("1.2.3", "PEER_1", 16_384L, "1.2.840.10008.1.2", 0);
    return new CheckResult(
        request,
        "held",
        BEGAN,
        Outcome.SUCCESS,
        null,
        null,
        "The peer answered the echo",
        Move.NOBODY,
        EndedBy.OUR_RELEASE,
        List.of(),
        List.of(warnings),
        echo.multipliedBy(4),
        stages,
        null,
        null,
        0,
        negotiated,
        null,
        null,
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 104));
  }

  /** The peer rejected the called AE title. */
  public static CheckResult rejected(CheckRequest request) {
    return failure(
        request,
        Cause.REJECTED_CALLED_AE,
        Cause.REJECTED_CALLED_AE.label()
            + ": the peer does not recognize \"CT1\" as one of its AE titles",
        new AssociateRj(1, 1, 7));
  }

  /** The peer refused a client certificate that was sent. */
  public static CheckResult certificateRefused(CheckRequest request) {
    return failure(
        request,
        Cause.CLIENT_CERTIFICATE_REQUIRED,
        "Client certificate refused: the peer says that it was revoked",
        null);
  }

  /** Nobody listens. */
  public static CheckResult refused(CheckRequest request) {
    return failure(
        request, Cause.CONNECTION_REFUSED, "Connection refused by " + request.host(), null);
  }

  private static CheckResult failure(
      CheckRequest request, Cause cause, String summary, @Nullable AssociateRj reject) {
    return new CheckResult(
        request,
        "held",
        BEGAN,
        Outcome.FAILURE,
        cause.stage(),
        cause,
        summary,
        Move.OURS,
        reject == null ? EndedBy.NEVER_BEGAN : EndedBy.PEER_REJECTION,
        List.of("Check the spelling."),
        List.of(),
        Duration.ofMillis(2),
        List.of(),
        reject,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The user stopped it. */
  public static CheckResult stopped(CheckRequest request) {
    return CheckResult.cancelledBeforeItBegan(request, "held");
  }

  /** The peer spoke TLS, and answered. */
  public static CheckResult overTls(CheckRequest request, TlsReport report, Warning... warnings) {
    return with(success(request, Duration.ofMillis(1), warnings), report, null);
  }

  /** The TLS stage failed. */
  public static CheckResult tlsFailed(CheckRequest request, Cause cause, TlsReport report) {
    return with(failure(request, cause, cause.label() + ": as it is", null), report, null);
  }

  /** It failed for a cause whose summary does not matter. */
  public static CheckResult failed(CheckRequest request, Cause cause) {
    return failure(request, cause, cause.label() + ": as it is", null);
  }

  /** The peer answered, and told this of the user. */
  public static CheckResult asUser(CheckRequest request, UserIdentityAnswer answer) {
    return with(success(request, Duration.ofMillis(1)), null, answer);
  }

  private static CheckResult with(
      CheckResult result, @Nullable TlsReport tls, @Nullable UserIdentityAnswer answer) {
    return new CheckResult(
        result.request(),
        result.engine(),
        result.startedAt(),
        result.outcome(),
        result.stage(),
        result.cause(),
        result.summary(),
        result.move(),
        result.endedBy(),
        result.advice(),
        result.warnings(),
        result.total(),
        result.stages(),
        result.reject(),
        result.abort(),
        result.echoStatus(),
        result.negotiated(),
        tls,
        answer,
        result.localAddress(),
        result.remoteAddress());
  }
}
