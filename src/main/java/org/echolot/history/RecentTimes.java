package org.echolot.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.echolot.check.CheckStage;

/**
 * How long the stages of the last successful checks of a peer took: what is usual for it.
 * Immutable.
 *
 * @param checks oldest first, the microseconds of each stage in order
 */
record RecentTimes(List<List<Long>> checks) {

  static final RecentTimes NONE = new RecentTimes(List.of());

  /** As many checks are enough to know what is usual. */
  static final int MOST = 30;

  /** Of fewer, nothing is said. */
  static final int LEAST = 8;

  /** Below that, no difference is worth a word: the computer itself may have been busy. */
  private static final long SLACK_MICROS = 20_000;

  /**
   * What is usual for a stage, in microseconds.
   *
   * @param high 95 of 100 checks took no longer
   */
  record Usual(long median, long high) {

    /** Whether a check that took {@code micros} is beyond all that is usual. */
    boolean isExceededBy(long micros) {
      return micros > high + 3 * (high - median) + SLACK_MICROS && micros > 2 * high;
    }
  }

  RecentTimes {
    checks = List.copyOf(checks);
  }

  RecentTimes with(StageTimes times) {
    List<List<Long>> all = new ArrayList<>(checks);
    all.add(Arrays.stream(CheckStage.values()).map(times::micros).toList());
    return new RecentTimes(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** What is usual for a stage; empty where too few checks are known. */
  Optional<Usual> usual(CheckStage stage) {
    if (checks.size() < LEAST) {
      return Optional.empty();
    }
    long[] sorted = checks.stream().mapToLong(check -> check.get(Codes.of(stage))).toArray();
    Arrays.sort(sorted);
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
      List<Long> check = Arrays.stream(line.split(" ", -1)).map(Long::valueOf).toList();
      if (check.size() != CheckStage.values().length) {
        throw new IllegalArgumentException(line);
      }
      checks.add(check);
    }
    return new RecentTimes(checks.subList(Math.max(0, checks.size() - MOST), checks.size()));
  }
}
