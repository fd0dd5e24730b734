package org.echolot.history;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.echolot.capture.ResultText;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Observed;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.network.TcpPath;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * A result as it is stored: what is different in each check in numbers, and all else as a text that
 * is the same for checks that went alike, so that it is stored once. What was asked beside the
 * stages ({@link Observed#sideQuestions}) is left out.
 *
 * @param at when it began, in microseconds since 1970 (UTC)
 * @param offsetSeconds of the local time zone at that moment
 * @param marked see {@link CheckResult#isMarked}
 * @param localPort the port of our end of the connection; 0: there was none
 * @param way what the system knew of the connection's way; null: it did not say
 * @param facts the result without its times and without that port, as JSON
 */
record StoredResult(
    UUID peerId,
    long at,
    int offsetSeconds,
    Outcome outcome,
    boolean marked,
    @Nullable Cause cause,
    @Nullable CheckStage stage,
    StageTimes times,
    long totalMicros,
    int localPort,
    @Nullable Way way,
    String facts) {

  /** Stands in the facts for our end of the connection. No text of a result has it. */
  private static final String OUR_END = "\u0001";

  private static final OffsetDateTime NO_TIME = Instant.EPOCH.atOffset(ZoneOffset.UTC);

  static StoredResult of(CheckResult result) {
    InetSocketAddress local = result.localAddress();
    InetSocketAddress noPort = local == null ? null : new InetSocketAddress(local.getAddress(), 0);
    UnaryOperator<String> detail =
        local == null
            ? UnaryOperator.identity()
            : text -> text.replace(AddressText.of(local), OUR_END);
    List<StageResult> stages =
        Stream.of(CheckStage.values())
            .map(result::stage)
            .map(
                s -> new StageResult(s.stage(), s.state(), Duration.ZERO, detail.apply(s.detail())))
            .toList();
    CheckResult facts =
        with(
            result,
            NO_TIME,
            Duration.ZERO,
            stages,
            noPort,
            observed(result.observed(), Way.without(result.observed().network())));
    return new StoredResult(
        result.request().peerId(),
        Micros.of(result.startedAt().toInstant()),
        result.startedAt().getOffset().getTotalSeconds(),
        result.outcome(),
        result.isMarked(),
        result.cause(),
        result.stage(),
        StageTimes.of(result),
        Micros.of(result.total()),
        local == null ? 0 : local.getPort(),
        Way.of(result.observed()),
        ResultText.write(facts));
  }

  /** When it began. */
  Instant moment() {
    return Micros.moment(at);
  }

  StoredResult at(long other) {
    return new StoredResult(
        peerId,
        other,
        offsetSeconds,
        outcome,
        marked,
        cause,
        stage,
        times,
        totalMicros,
        localPort,
        way,
        facts);
  }

  /** The result again; empty where this version does not understand its facts. */
  Optional<CheckResult> result() {
    return read(facts).map(this::result);
  }

  /** What the facts say; empty where this version does not understand them. */
  static Optional<CheckResult> read(String facts) {
    try {
      return Optional.of(ResultText.read(facts));
    } catch (FaultException | RuntimeException _) {
      return Optional.empty();
    }
  }

  /**
   * The result again.
   *
   * @param read what {@link #facts} say
   */
  CheckResult result(CheckResult read) {
    InetSocketAddress noPort = read.localAddress();
    InetSocketAddress local =
        noPort == null ? null : new InetSocketAddress(noPort.getAddress(), localPort);
    UnaryOperator<String> detail =
        local == null
            ? UnaryOperator.identity()
            : text -> text.replace(OUR_END, AddressText.of(local));
    List<StageResult> stages =
        read.stages().stream()
            .map(
                s ->
                    new StageResult(
                        s.stage(), s.state(), times.duration(s.stage()), detail.apply(s.detail())))
            .toList();
    OffsetDateTime began = moment().atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds));
    return with(
        read,
        began,
        Micros.span(totalMicros),
        stages,
        local,
        observed(read.observed(), Way.whole(way, read.observed().network())));
  }

  /** What a list shows of it. */
  ResultBrief brief() {
    return new ResultBrief(moment(), outcome, marked, cause, stage, times, totalMicros);
  }

  private static CheckResult with(
      CheckResult result,
      OffsetDateTime startedAt,
      Duration total,
      List<StageResult> stages,
      @Nullable InetSocketAddress local,
      Observed observed) {
    return new CheckResult(
        result.request(),
        result.engine(),
        startedAt,
        result.outcome(),
        result.stage(),
        result.cause(),
        result.summary(),
        result.move(),
        result.endedBy(),
        result.advice(),
        result.warnings(),
        total,
        stages,
        result.reject(),
        result.abort(),
        result.echoStatus(),
        result.negotiated(),
        result.tls(),
        result.userIdentity(),
        local,
        result.remoteAddress(),
        observed);
  }

  /**
   * What was asked beside the stages has moments, and would make the facts of each check others.
   */
  private static Observed observed(Observed observed, @Nullable TcpPath network) {
    return new Observed(
        observed.origin(),
        observed.icmp(),
        observed.unacknowledgedBytes(),
        List.of(),
        observed.variant(),
        network);
  }
}
