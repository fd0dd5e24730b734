package org.echolot.history;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.echolot.check.CheckStage;
import org.jspecify.annotations.Nullable;

/**
 * How long the stages of the last successful checks of a peer took: what is usual for it.
 * Immutable. A window has one for each of its peers, so that the numbers are kept as such.
 */
final class RecentTimes {

  static final RecentTimes NONE = new RecentTimes();

  /** As many checks are enough to know what is usual. */
  static final int MOST = 30;

  /** Of fewer, nothing is said. */
  static final int LEAST = 8;

  private static final int STAGES = CheckStage.values().length;

  /** Of the network: only Linux says something. */
  private static final long NOT_KNOWN = -1;

  /** Where it is, behind the stages. */
  private static final int ROUND_TRIP = STAGES;

  private static final int RETRANSMISSIONS = STAGES + 1;
  private static final int FIELDS = STAGES + 2;

  /** The network alone varies less than the computers at its ends. */
  private static final long ROUND_TRIP_SLACK_MICROS = 5_000;

  /** Below that, no difference is worth a word: the computer itself may have been busy. */
  private static final long SLACK_MICROS = 20_000;

  /**
   * What is usual for a stage, in microseconds.
   *
   * @param high 95 of 100 checks took no longer
   */
  record Usual(long median, long high) {

    /** The same for the round trip of the network. */
    boolean isExceededByRoundTrip(long micros) {
      return micros > high + 3 * (high - median) + ROUND_TRIP_SLACK_MICROS && micros > 2 * high;
    }

    /** Whether a check that took {@code micros} is beyond all that is usual. */
    boolean isExceededBy(long micros) {
      return micros > high + 3 * (high - median) + SLACK_MICROS && micros > 2 * high;
    }
  }

  /**
   * Of each check, oldest first, the microseconds of each stage in order, then those of the
   * network's round trip and how many segments were sent again, or {@link #NOT_KNOWN}.
   */
  private final long[] values;

  private RecentTimes(long... values) {
    int most = MOST * FIELDS;
    this.values = Arrays.copyOfRange(values, Math.max(0, values.length - most), values.length);
  }

  /** How many checks are known. */
  int size() {
    return values.length / FIELDS;
  }

  RecentTimes with(StageTimes times, @Nullable Way way) {
    long[] all = Arrays.copyOf(values, values.length + FIELDS);
    int at = values.length;
    for (CheckStage stage : CheckStage.values()) {
      all[at++] = times.micros(stage);
    }
    all[values.length + ROUND_TRIP] = way == null ? NOT_KNOWN : way.roundTripMicros();
    all[values.length + RETRANSMISSIONS] = way == null ? NOT_KNOWN : way.retransmissions();
    return new RecentTimes(all);
  }

  /** What is usual for a stage; empty where too few checks are known. */
  Optional<Usual> usual(CheckStage stage) {
    return usual(Codes.of(stage));
  }

  /** What is usual for the round trip of the network, in microseconds. */
  Optional<Usual> usualRoundTrip() {
    return usual(ROUND_TRIP);
  }

  /** How many segments are usually sent again. */
  Optional<Usual> usualRetransmissions() {
    return usual(RETRANSMISSIONS);
  }

  private Optional<Usual> usual(int index) {
    long[] sorted =
        IntStream.range(0, size())
            .mapToLong(check -> values[check * FIELDS + index])
            .filter(value -> value != NOT_KNOWN)
            .sorted()
            .toArray();
    if (sorted.length < LEAST) {
      return Optional.empty();
    }
    return Optional.of(
        new Usual(sorted[sorted.length / 2], sorted[(int) (0.95 * (sorted.length - 1))]));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecentTimes times && Arrays.equals(values, times.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** One line for each check. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append(i % FIELDS == 0 ? '\n' : ' ');
      }
      text.append(values[i]);
    }
    return text.toString();
  }

  /**
   * What {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  static RecentTimes read(List<String> lines) {
    long[] values = new long[lines.size() * FIELDS];
    Arrays.fill(values, NOT_KNOWN);
    for (int check = 0; check < lines.size(); check++) {
      String[] fields = lines.get(check).split(" ", -1);
      if (fields.length != STAGES && fields.length != FIELDS) { // the version before had the first
        throw new IllegalArgumentException(lines.get(check));
      }
      for (int i = 0; i < fields.length; i++) {
        values[check * FIELDS + i] = Long.parseLong(fields[i]);
      }
    }
    return new RecentTimes(values);
  }
}
