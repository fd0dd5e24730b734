package org.echolot.monitor;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.fleet.watch.LineFault;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/**
 * A check as metrics: those of blackbox_exporter under its names, so that dashboards and alerts for
 * it go on working, and what DICOM has besides. Pure.
 */
final class ProbeMetrics {

  /** In the place of a cause, where the time of the scrape was over before the check was. */
  static final String OUT_OF_TIME = "PROBE_TIMEOUT";

  private ProbeMetrics() {}

  /**
   * @param timeout what the check had in all
   * @param took how long it took, waiting for its turn included
   * @param fault what was wrong at our own end; null: nothing is known to have been
   */
  static Metrics of(
      CheckResult result, Duration timeout, Duration took, @Nullable LineFault fault) {
    Metrics to = new Metrics();
    to.gauge(
        "probe_success",
        "Whether the peer answered the C-ECHO with Success.",
        result.isSuccess() ? 1 : 0);
    to.gauge("probe_duration_seconds", "How long the probe took in all.", Metrics.seconds(took));
    to.gauge(
        "probe_timeout_seconds", "How long the probe could have taken.", Metrics.seconds(timeout));
    to.gauge(
        "probe_dns_lookup_time_seconds",
        "How long the lookup of the host name took.",
        Metrics.seconds(result.stage(CheckStage.RESOLVE).duration()));
    InetSocketAddress remote = result.remoteAddress();
    if (remote != null) {
      to.gauge(
          "probe_ip_protocol",
          "The version of IP by which the peer was reached.",
          remote.getAddress() instanceof Inet6Address ? 6 : 4);
    }
    for (CheckStage stage : CheckStage.values()) {
      StageResult how = result.stage(stage);
      to.gauge(
          "probe_dicom_phase_duration_seconds",
          "How long each stage of the check took; 0 where it was not reached.",
          Metrics.labels("phase", stage.name().toLowerCase(Locale.ROOT)),
          Metrics.seconds(how.duration()));
    }
    to.gauge(
        "probe_dicom_own_network_up",
        "Whether Echolot's own network is up, as far as is known; 0: a failure says nothing about"
            + " the peer.",
        fault == null ? 1 : 0);
    failure(to, result);
    said(to, result);
    TlsReport tls = result.tls();
    if (tls != null) {
      tls(to, tls);
    }
    return to;
  }

  private static void failure(Metrics to, CheckResult result) {
    if (result.outcome() == Outcome.SUCCESS) {
      return;
    }
    to.info(
        "probe_dicom_failure",
        "Why and where the check failed, and whose move it is; absent if it succeeded.",
        Metrics.labels(
            "stage", result.stage() == null ? "" : result.stage().name(),
            "cause", result.cause() == null ? OUT_OF_TIME : result.cause().name(),
            "move", result.move().name()));
  }

  private static void said(Metrics to, CheckResult result) {
    AssociateRj reject = result.reject();
    if (reject != null) {
      to.gauge(
          "probe_dicom_reject",
          "The A-ASSOCIATE-RJ that came (PS3.8 9.3.4); absent if none did.",
          Metrics.labels(
              "result", String.valueOf(reject.result()),
              "source", String.valueOf(reject.source()),
              "reason", String.valueOf(reject.reason())),
          1);
    }
    Integer status = result.echoStatus();
    if (status != null) {
      to.gauge(
          "probe_dicom_echo_status", "The status of the C-ECHO-RSP (PS3.7 C); 0: Success.", status);
    }
    Negotiated negotiated = result.negotiated();
    if (negotiated == null) {
      return;
    }
    to.info(
        "probe_dicom_implementation",
        "The DICOM software of the peer, as it calls itself.",
        Metrics.labels(
            "class_uid", Objects.requireNonNullElse(negotiated.implementationClassUid(), ""),
            "version_name",
                Objects.requireNonNullElse(negotiated.implementationVersionName(), "")));
    Long maxPdu = negotiated.maxPduLength();
    if (maxPdu != null) {
      to.gauge(
          "probe_dicom_max_pdu_bytes",
          "The max PDU length that the peer accepts; 0: no limit.",
          (double) maxPdu);
    }
  }

  private static void tls(Metrics to, TlsReport tls) {
    tls.chain().stream()
        .map(certificate -> certificate.getNotAfter().toInstant())
        .min(Instant::compareTo)
        .ifPresent(
            end -> {
              to.gauge(
                  "probe_ssl_earliest_cert_expiry",
                  "When the first of the peer's certificates expires, in seconds since 1970.",
                  Metrics.seconds(end));
              to.gauge(
                  "probe_ssl_last_chain_expiry_timestamp_seconds",
                  "When the chain of the peer's certificates expires, in seconds since 1970.",
                  Metrics.seconds(end));
            });
    if (tls.protocol() != null) {
      to.info(
          "probe_tls_version",
          "The TLS version in use.",
          Metrics.labels("version", tls.protocol().replace("TLSv", "TLS ")));
    }
    if (tls.cipherSuite() != null) {
      to.info(
          "probe_tls_cipher",
          "The cipher suite in use.",
          Metrics.labels("cipher", tls.cipherSuite()));
    }
  }
}
