package org.echolot.report;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;

/**
 * What came of many checks, in memory that does not grow with their number: how often each outcome
 * came, and how long the good ones took. Used by one thread.
 */
final class Tally {

  /** Steps between a time and its double, so that a time is kept to within 0.8 percent. */
  private static final int STEPS = 64;

  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);

  /** How often a time of each step came. */
  private final TreeMap<Integer, Long> times = new TreeMap<>();

  private long shortest = Long.MAX_VALUE;
  private long longest;

  void add(CheckResult result) {
    outcomes.merge(result.outcome(), 1L, Long::sum);
    if (result.isSuccess()) {
      long nanos = Math.max(1, result.total().toNanos());
      times.merge(stepOf(nanos), 1L, Long::sum);
      shortest = Math.min(shortest, nanos);
      longest = Math.max(longest, nanos);
    }
  }

  private static int stepOf(long nanos) {
    return (int) (Math.log((double) nanos) / Math.log(2) * STEPS);
  }

  long all() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }

  long of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** The shortest, the median and the longest time of the checks that succeeded. */
  record Spread(Duration shortest, Duration median, Duration longest) {}

  /** Empty where none succeeded. */
  Optional<Spread> spread() {
    return times.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Spread(
                Duration.ofNanos(shortest), Duration.ofNanos(median()), Duration.ofNanos(longest)));
  }

  private long median() {
    long before = (of(Outcome.SUCCESS) - 1) / 2;
    for (Map.Entry<Integer, Long> step : times.entrySet()) {
      before -= step.getValue();
      if (before < 0) {
        long middle = (long) Math.pow(2, (step.getKey() + 0.5) / STEPS);
        return Math.clamp(middle, shortest, longest);
      }
    }
    return longest;
  }
}
