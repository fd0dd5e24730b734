package org.echolot.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.echolot.history.Figures;
import org.echolot.text.ElapsedText;
import org.echolot.text.SpanText;
import org.jspecify.annotations.Nullable;

/** What the history says in words. */
final class HistoryText {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  private HistoryText() {}

  /** {@code 99.12 % available · median 3.0 ms · p95 8.1 ms · longest outage 12 min on …}. */
  static String figures(@Nullable Figures figures, ZoneId zone) {
    if (figures == null || figures.ok() + figures.failed() == 0) {
      return "No checks in this time.";
    }
    StringBuilder text = new StringBuilder();
    long checks = figures.ok() + figures.failed();
    text.append(checks).append(checks == 1 ? " check · " : " checks · ");
    text.append(percent(figures.availability())).append(" answered");
    if (figures.ok() > 0) {
      text.append(" · median ").append(time(figures.medianMicros()));
      text.append(" · p95 ").append(time(figures.highMicros()));
    }
    Instant began = figures.outageFrom();
    if (began != null) {
      text.append(" · longest outage ").append(SpanText.of(figures.outage()));
      text.append(" from ").append(DAY_AND_TIME.format(began.atZone(zone)));
    }
    return text.toString();
  }

  /** Never 100 where anything failed. */
  static String percent(double part) {
    double shown = part < 1 ? Math.min(part * 100, 99.99) : 100;
    return shown == 100 ? "100 %" : String.format(Locale.ROOT, "%.2f %%", shown);
  }

  static String time(long micros) {
    return ElapsedText.of(Duration.ofNanos(micros * 1_000));
  }

  /** What a column of the chart stands for. */
  static String column(ChartColumns columns, int column, ZoneId zone) {
    Instant from = Instant.ofEpochMilli(columns.at(column) / 1_000);
    StringBuilder text = new StringBuilder(DAY_AND_TIME.format(from.atZone(zone)));
    int all = columns.ok(column) + columns.failed(column);
    if (all == 0) {
      return text.append("  no check").toString();
    }
    if (columns.median(column) != ChartColumns.NONE) {
      text.append("  median ").append(time(columns.median(column)));
      if (columns.high(column) > columns.median(column)) {
        text.append(", p5 to p95 ")
            .append(time(columns.low(column)))
            .append(" to ")
            .append(time(columns.high(column)));
      }
    }
    if (columns.failed(column) > 0) {
      text.append("\n").append(columns.failed(column)).append(" of ").append(all).append(" failed");
      var cause = columns.cause(column);
      if (cause != null) {
        text.append(": ").append(cause.label());
      }
    }
    return text.toString();
  }

  /** A label of the time axis. */
  static String axis(ZonedDateTime at, Duration step) {
    return (step.compareTo(Duration.ofHours(12)) < 0 ? TIME : DAY).format(at);
  }
}
