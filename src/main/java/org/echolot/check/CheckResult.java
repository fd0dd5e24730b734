package org.echolot.check;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.echolot.concurrent.LocalClock;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/**
 * All that one check found out. Immutable.
 *
 * @param engine the name of the engine that made it
 * @param startedAt with the offset of the local time zone
 * @param stage where it failed or was stopped; null on success, and where it is not known because
 *     the check was stopped before it began or its engine broke down
 * @param cause why it failed; null on success and when stopped
 * @param summary one sentence
 * @param move whose move it is
 * @param endedBy who ended the conversation
 * @param advice what to try, the likeliest first; empty where there is nothing to do
 * @param warnings in the order in which they came up
 * @param total what the stages took together: the peer and the network, without what we did
 * @param stages all six, in order
 * @param reject the rejection as received; null if there was none
 * @param abort the peer's abort as received; null if there was none
 * @param echoStatus the status of the C-ECHO-RSP, 0 to 65,535; null if none came
 * @param negotiated what the peer's acceptance said; null if none came
 * @param tls what the TLS handshake showed; null if there was none
 * @param userIdentity what became of the user identity; null if the peer was not asked, or did not
 *     accept the association
 * @param localAddress our end of the connection; null if there was none
 * @param remoteAddress the address that answered; null if none did
 * @param observed what the check saw of the network beside what the peer said
 */
public record CheckResult(
    CheckRequest request,
    String engine,
    OffsetDateTime startedAt,
    Outcome outcome,
    @Nullable CheckStage stage,
    @Nullable Cause cause,
    String summary,
    Move move,
    EndedBy endedBy,
    List<String> advice,
    List<Warning> warnings,
    Duration total,
    List<StageResult> stages,
    @Nullable AssociateRj reject,
    @Nullable Abort abort,
    @Nullable Integer echoStatus,
    @Nullable Negotiated negotiated,
    @Nullable TlsReport tls,
    @Nullable UserIdentityAnswer userIdentity,
    @Nullable InetSocketAddress localAddress,
    @Nullable InetSocketAddress remoteAddress,
    Observed observed) {

  public CheckResult {
    advice = List.copyOf(advice);
    warnings = List.copyOf(warnings);
    stages = List.copyOf(stages);
  }

  /** A result of a check that saw nothing of the network beside what the peer said. */
  public CheckResult(
      CheckRequest request,
      String engine,
      OffsetDateTime startedAt,
      Outcome outcome,
      @Nullable CheckStage stage,
      @Nullable Cause cause,
      String summary,
      Move move,
      EndedBy endedBy,
      List<String> advice,
      List<Warning> warnings,
      Duration total,
      List<StageResult> stages,
      @Nullable AssociateRj reject,
      @Nullable Abort abort,
      @Nullable Integer echoStatus,
      @Nullable Negotiated negotiated,
      @Nullable TlsReport tls,
      @Nullable UserIdentityAnswer userIdentity,
      @Nullable InetSocketAddress localAddress,
      @Nullable InetSocketAddress remoteAddress) {
    this(
        request,
        engine,
        startedAt,
        outcome,
        stage,
        cause,
        summary,
        move,
        endedBy,
        advice,
        warnings,
        total,
        stages,
        reject,
        abort,
        echoStatus,
        negotiated,
        tls,
        userIdentity,
        localAddress,
        remoteAddress,
        Observed.NOTHING);
  }

  /**
   * The result of a check that was stopped while it waited for its turn: nothing was sent.
   *
   * @param engine the name of the engine that would have made it
   */
  public static CheckResult cancelledBeforeItBegan(CheckRequest request, String engine) {
    return unfinished(
        request,
        engine,
        LocalClock.now(),
        Outcome.CANCELLED,
        null,
        "Stopped by the user before it began",
        EndedBy.OUR_STOP,
        List.of());
  }

  /**
   * The result of a check that came to no stage.
   *
   * @param startedAt when it began
   * @param summary one sentence
   */
  public static CheckResult unfinished(
      CheckRequest request,
      String engine,
      OffsetDateTime startedAt,
      Outcome outcome,
      @Nullable Cause cause,
      String summary,
      EndedBy endedBy,
      List<String> advice) {
    return new CheckResult(
        request,
        engine,
        startedAt,
        outcome,
        null,
        cause,
        summary,
        Move.OURS,
        endedBy,
        advice,
        List.of(),
        Duration.ZERO,
        Stream.of(CheckStage.values()).map(stage -> StageResult.skipped(stage, "")).toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public boolean isSuccess() {
    return outcome == Outcome.SUCCESS;
  }

  /** The same with other words on what to do. */
  public CheckResult withAdvice(Move whose, List<String> steps) {
    return new CheckResult(
        request,
        engine,
        startedAt,
        outcome,
        stage,
        cause,
        summary,
        whose,
        endedBy,
        steps,
        warnings,
        total,
        stages,
        reject,
        abort,
        echoStatus,
        negotiated,
        tls,
        userIdentity,
        localAddress,
        remoteAddress,
        observed);
  }

  /**
   * The address of the peer itself; null if none answered, or a proxy connected us: then only the
   * proxy knows it.
   */
  public @Nullable InetSocketAddress peerAddress() {
    return request.isByProxy() ? null : remoteAddress;
  }

  /** The address of the proxy that connects us; null if none does, or none answered. */
  public @Nullable InetSocketAddress proxyAddress() {
    return request.isByProxy() ? remoteAddress : null;
  }

  /** How the given stage went; every result has all six. */
  public StageResult stage(CheckStage which) {
    return stages.stream()
        .filter(result -> result.stage() == which)
        .findFirst()
        .orElseGet(() -> StageResult.skipped(which, ""));
  }

  public Optional<Warning> warning(Warning.Code code) {
    return warnings.stream().filter(w -> w.code() == code).findFirst();
  }

  /** Whether a list should mark the peer for one of the warnings. */
  public boolean isMarked() {
    return warnings.stream().anyMatch(warning -> warning.code().marksThePeer());
  }

  /** The time from the C-ECHO-RQ to its answer; empty if the echo was not reached. */
  public Optional<Duration> echoTime() {
    StageResult echo = stage(CheckStage.ECHO);
    return echo.state() == StageState.SKIPPED ? Optional.empty() : Optional.of(echo.duration());
  }
}
