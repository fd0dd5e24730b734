package org.echolot.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.echolot.check.CheckStage;
import org.jspecify.annotations.Nullable;

/**
 * How long the stages of the last successful checks of a peer took: what is usual for it.
 * Immutable.
 *
 * @param checks oldest first, the microseconds of each stage in order, then those of the network's
 *     round trip and how many segments were sent again, or {@link #NOT_KNOWN}
 */
record RecentTimes(List<List<Long>> checks) {

  static final RecentTimes NONE = new RecentTimes(List.of());

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

  RecentTimes {
    checks = List.copyOf(checks);
  }

  RecentTimes with(StageTimes times, @Nullable Way way) {
    List<List<Long>> all = new ArrayList<>(checks);
    List<Long> check =
        new ArrayList<>(Arrays.stream(CheckStage.values()).map(times::micros).toList());
    check.add(way == null ? NOT_KNOWN : way.roundTripMicros());
    check.add(way == null ? NOT_KNOWN : way.retransmissions());
    all.add(List.copyOf(check));
    return new RecentTimes(all.subList(Math.max(0, all.size() - MOST), all.size()));
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
        checks.stream()
            .mapToLong(check -> check.get(index))
            .filter(value -> value != NOT_KNOWN)
            .sorted()
            .toArray();
    if (sorted.length < LEAST) {
      return Optional.empty();
    }
    return Optional.of(
        new Usual(sorted[sorted.length / 2], sorted[(int) (0.95 * (sorted.length - 1))]));
  }

  /** One line for each check. */
  String text() {
    return checks.stream()
        .map(check -> check.stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n"));
  }

  /**
   * What {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  static RecentTimes read(List<String> lines) {
    List<List<Long>> checks = new ArrayList<>();
    for (String line : lines) {
      List<Long> check =
          new ArrayList<>(Arrays.stream(line.split(" ", -1)).map(Long::valueOf).toList());
      if (check.size() == STAGES) {
        check.addAll(List.of(NOT_KNOWN, NOT_KNOWN)); // as the version before wrote it
      }
      if (check.size() != FIELDS) {
        throw new IllegalArgumentException(line);
      }
      checks.add(List.copyOf(check));
    }
    return new RecentTimes(checks.subList(Math.max(0, checks.size() - MOST), checks.size()));
  }
}
