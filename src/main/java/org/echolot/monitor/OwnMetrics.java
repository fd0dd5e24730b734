package org.echolot.monitor;

import io.prometheus.metrics.model.snapshots.Labels;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.fleet.watch.Standing;
import org.echolot.fleet.watch.Watch;
import org.echolot.fleet.watch.WatchState;
import org.echolot.peers.AeAddress;
import org.echolot.text.About;

/**
 * What {@code /metrics} says: about this process, and of the peers that it watches. Safe for use by
 * any thread.
 */
final class OwnMetrics {

  private final Instant startedAt = Instant.now();
  private final ConcurrentMap<Outcome, LongAdder> probes = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, LongAdder> answers = new ConcurrentHashMap<>();
  private final AtomicInteger probing = new AtomicInteger();

  void probeBegan() {
    probing.incrementAndGet();
  }

  void probeEnded() {
    probing.decrementAndGet();
  }

  void probed(Outcome outcome) {
    probes.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
  }

  /** Statuses are few, whatever is asked. */
  void answered(int status) {
    answers.computeIfAbsent(status, _ -> new LongAdder()).increment();
  }

  HttpAnswer answer(Watch watch) {
    Metrics to = new Metrics();
    to.info("echolot_build", "This Echolot.", Metrics.labels("version", About.version()));
    to.gauge(
        "process_start_time_seconds",
        "When this process started, in seconds since 1970.",
        Metrics.seconds(startedAt));
    ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(Duration::toNanos)
        .ifPresent(
            nanos ->
                to.counter(
                    "process_cpu_seconds",
                    "Processor time of this process.",
                    Labels.EMPTY,
                    nanos / 1e9));
    to.gauge(
        "echolot_heap_used_bytes",
        "Memory in use by Java objects.",
        (double) ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    to.gauge("echolot_probes_running", "Probes that run or wait now.", probing.get());
    for (Outcome outcome : Outcome.values()) {
      LongAdder count = probes.getOrDefault(outcome, new LongAdder());
      to.counter(
          "echolot_probes",
          "Probes made, by what came of them.",
          Metrics.labels("outcome", lower(outcome)),
          (double) count.sum());
    }
    for (Map.Entry<Integer, LongAdder> entry : answers.entrySet()) {
      to.counter(
          "echolot_http_responses",
          "HTTP responses, by status.",
          Metrics.labels("code", String.valueOf(entry.getKey())),
          (double) entry.getValue().sum());
    }
    to.gauge(
        "echolot_own_network_up",
        "Whether this computer's own network is up, as far as the watch knows.",
        watch.lineFault() == null ? 1 : 0);
    watch.standings().forEach(standing -> peer(to, standing));
    return to.answer();
  }

  private static void peer(Metrics to, Standing standing) {
    CheckRequest request = standing.watched().request();
    Labels labels =
        Metrics.labels(
            "peer", request.name(),
            "called_ae", request.calledAe().value(),
            "target", new AeAddress(request.calledAe(), request.host(), request.port()).toString());
    checks(to, labels, "success", standing.succeeded());
    checks(to, labels, "failure", standing.failed());
    checks(to, labels, "not_counted", standing.notCounted());
    for (WatchState state : WatchState.values()) {
      to.gauge(
          "echolot_watch_state",
          "1 for the confirmed state of the peer, 0 for the others.",
          labels.add("state", lower(state)),
          standing.state() == state ? 1 : 0);
    }
    CheckResult last = standing.last();
    if (last == null) {
      return;
    }
    to.gauge(
        "echolot_check_success",
        "Whether the last check of the peer succeeded.",
        labels,
        last.isSuccess() ? 1 : 0);
    to.gauge(
        "echolot_check_duration_seconds",
        "How long the last check took.",
        labels,
        Metrics.seconds(last.total()));
    to.gauge(
        "echolot_check_last_timestamp_seconds",
        "When the last check began, in seconds since 1970.",
        labels,
        Metrics.seconds(last.startedAt().toInstant()));
    if (last.cause() != null) {
      to.info(
          "echolot_check_failure",
          "Why and where the last check failed; absent if it succeeded.",
          labels
              .add("stage", last.stage() == null ? "" : last.stage().name())
              .add("cause", last.cause().name())
              .add("move", last.move().name()));
    }
  }

  private static void checks(Metrics to, Labels labels, String outcome, long count) {
    to.counter(
        "echolot_checks",
        "Checks of the peer, by what they counted for.",
        labels.add("outcome", outcome),
        (double) count);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
