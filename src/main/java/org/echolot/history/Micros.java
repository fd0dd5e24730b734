package org.echolot.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments and spans in microseconds, as the database has them; moments since 1970 (UTC). */
final class Micros {

  static final long PER_SECOND = 1_000_000;
  static final long PER_HOUR = 3_600 * PER_SECOND;

  private static final long MOST_SECONDS = Long.MAX_VALUE / PER_SECOND - 1;

  private Micros() {}

  /** To the nearest one, as JSON tells it. */
  static long of(Duration span) {
    return span.getSeconds() * PER_SECOND + (span.getNano() + 500) / 1_000;
  }

  /** A moment that is out of all reach is the last or first that can be told. */
  static long of(Instant moment) {
    long seconds = Math.clamp(moment.getEpochSecond(), -MOST_SECONDS, MOST_SECONDS);
    return seconds * PER_SECOND + moment.getNano() / 1_000;
  }

  static Duration span(long micros) {
    return Duration.of(micros, ChronoUnit.MICROS);
  }

  static Instant moment(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** The hour that a moment is in, counted from 1970. */
  static long hourOf(long micros) {
    return Math.floorDiv(micros, PER_HOUR);
  }
}
