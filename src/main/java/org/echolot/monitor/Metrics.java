package org.echolot.monitor;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.echolot.text.Escapes;

/**
 * Collects what one answer says in Prometheus' text format 0.0.4. Metrics without a value are left
 * out. Used once, by one thread.
 */
final class Metrics {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
  private final Map<String, CounterSnapshot.Builder> counters = new LinkedHashMap<>();
  private final Map<String, InfoSnapshot.Builder> infos = new LinkedHashMap<>();

  /** Labels by name and value in turn; what would break a line is escaped. */
  static Labels labels(String... namesAndValues) {
    String[] safe = namesAndValues.clone();
    for (int i = 1; i < safe.length; i += 2) {
      safe[i] = Escapes.oneLine(safe[i]);
    }
    return Labels.of(safe);
  }

  static double seconds(Duration span) {
    return span.toNanos() / NANOS_PER_SECOND;
  }

  static double seconds(Instant at) {
    return at.toEpochMilli() / 1e3;
  }

  void gauge(String name, String help, double value) {
    gauge(name, help, Labels.EMPTY, value);
  }

  void gauge(String name, String help, Labels labels, double value) {
    GaugeSnapshot.Builder _ =
        gauges
            .computeIfAbsent(name, key -> GaugeSnapshot.builder().name(key).help(help))
            .dataPoint(
                GaugeSnapshot.GaugeDataPointSnapshot.builder().labels(labels).value(value).build());
  }

  /**
   * @param name without {@code _total}, which is put behind it
   */
  void counter(String name, String help, Labels labels, double value) {
    CounterSnapshot.Builder _ =
        counters
            .computeIfAbsent(name, key -> CounterSnapshot.builder().name(key).help(help))
            .dataPoint(
                CounterSnapshot.CounterDataPointSnapshot.builder()
                    .labels(labels)
                    .value(value)
                    .build());
  }

  /**
   * @param name without {@code _info}, which is put behind it
   */
  void info(String name, String help, Labels labels) {
    InfoSnapshot.Builder _ =
        infos
            .computeIfAbsent(name, key -> InfoSnapshot.builder().name(key).help(help))
            .dataPoint(InfoSnapshot.InfoDataPointSnapshot.builder().labels(labels).build());
  }

  /** All of it, by name. */
  HttpAnswer answer() {
    List<MetricSnapshot> all =
        Stream.of(
                gauges.values().stream().map(GaugeSnapshot.Builder::build),
                counters.values().stream().map(CounterSnapshot.Builder::build),
                infos.values().stream().map(InfoSnapshot.Builder::build))
            .<MetricSnapshot>flatMap(part -> part)
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(out, new MetricSnapshots(all), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory takes all
    }
    return new HttpAnswer(200, PrometheusTextFormatWriter.CONTENT_TYPE, out.toByteArray());
  }
}
