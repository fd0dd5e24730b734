package org.echolot.report;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.fleet.Schedule;
import org.echolot.text.DecimalText;
import org.echolot.text.Escapes;
import org.echolot.tls.TlsReport;

/**
 * The state of each target after its last check in Prometheus' text format 0.0.4, at the end, for
 * example for the text file collector of its node exporter. A check that was stopped says nothing
 * about its target and is left out.
 */
public final class PrometheusReport implements Report {

  private final PrintStream out;
  private final Map<String, CheckResult> lastByLabels = new LinkedHashMap<>();

  public PrometheusReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void checkEnded(Schedule.Ended ended) {
    if (ended.result().outcome() != Outcome.CANCELLED) {
      lastByLabels.put(labels(ended.result().request()), ended.result());
    }
  }

  @Override
  public void allEnded() {
    metric(
        "echolot_echo_success",
        "Whether the peer answered the C-ECHO with Success (1) or the check failed (0).",
        (labels, result) -> sample("echolot_echo_success", labels, result.isSuccess() ? "1" : "0"));
    metric(
        "echolot_echo_failure",
        "Why and where the check failed; absent if it succeeded.",
        (labels, result) -> {
          if (!result.isSuccess()) {
            sample(
                "echolot_echo_failure",
                labels
                    + label("cause", String.valueOf(result.cause()))
                    + label("stage", result.stage() == null ? "" : result.stage().name()),
                "1");
          }
        });
    metric(
        "echolot_echo_duration_seconds",
        "Duration of each stage that the check reached.",
        this::stages);
    metric(
        "echolot_check_duration_seconds",
        "Duration of the whole check.",
        (labels, result) ->
            sample("echolot_check_duration_seconds", labels, seconds(result.total())));
    metric(
        "echolot_check_info",
        "Which engine made the check.",
        (labels, result) ->
            sample("echolot_check_info", labels + label("engine", result.engine()), "1"));
    metric(
        "echolot_echo_timestamp_seconds",
        "When the check began, in seconds since 1970-01-01 UTC.",
        (labels, result) ->
            sample(
                "echolot_echo_timestamp_seconds",
                labels,
                DecimalText.of(result.startedAt().toInstant().toEpochMilli(), 3)));
    tls();
  }

  /** Only where somebody speaks TLS; without it they would be headings of nothing. */
  private void tls() {
    if (lastByLabels.values().stream().allMatch(result -> result.tls() == null)) {
      return;
    }
    metric(
        "echolot_tls_certificate_expiry_timestamp_seconds",
        "When the first of the peer's certificates expires, in seconds since 1970-01-01 UTC.",
        (labels, result) ->
            firstEnd(result)
                .ifPresent(
                    end ->
                        sample(
                            "echolot_tls_certificate_expiry_timestamp_seconds",
                            labels,
                            String.valueOf(end.getEpochSecond()))));
    metric(
        "echolot_tls_info",
        "What was negotiated, and by which profile; \"legacy\" is unsafe.",
        (labels, result) -> {
          TlsReport tls = result.tls();
          if (tls != null) {
            sample(
                "echolot_tls_info",
                labels
                    + label("protocol", Objects.requireNonNullElse(tls.protocol(), ""))
                    + label("cipher_suite", Objects.requireNonNullElse(tls.cipherSuite(), ""))
                    + label("profile", tls.profile().word()),
                "1");
          }
        });
  }

  private static Optional<Instant> firstEnd(CheckResult result) {
    TlsReport tls = result.tls();
    return tls == null
        ? Optional.empty()
        : tls.chain().stream()
            .map(certificate -> certificate.getNotAfter().toInstant())
            .min(Comparator.naturalOrder());
  }

  private void stages(String labels, CheckResult result) {
    for (StageResult stage : result.stages()) {
      if (stage.state() != StageState.SKIPPED) {
        sample(
            "echolot_echo_duration_seconds",
            labels + label("stage", stage.stage().name()),
            seconds(stage.duration()));
      }
    }
  }

  private void metric(String name, String help, BiConsumer<String, CheckResult> samples) {
    out.print("# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n");
    lastByLabels.forEach(samples);
  }

  private void sample(String name, String labels, String value) {
    out.print(name + "{" + labels.substring(1) + "} " + value + "\n");
  }

  /** The labels that tell targets apart, each with a comma before it. */
  private static String labels(CheckRequest request) {
    return label("name", request.name())
        + label("called_ae", request.calledAe().value())
        + label("calling_ae", request.callingAe().value())
        + label("host", request.host())
        + label("port", String.valueOf(request.port()));
  }

  private static String label(String name, String value) {
    String safe = Escapes.oneLine(value).replace("\\", "\\\\").replace("\"", "\\\"");
    return String.format(Locale.ROOT, ",%s=\"%s\"", name, safe);
  }

  private static String seconds(Duration span) {
    return DecimalText.of(span.toNanos(), 9);
  }
}
