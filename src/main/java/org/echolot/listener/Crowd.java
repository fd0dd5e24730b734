package org.echolot.listener;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which callers are told of from the beginning, and how many of each source were not told of at
 * all. Of a source that connects again and again only those are told who ask for something. Safe
 * for use by any thread.
 */
final class Crowd {

  /** How many connections a second of one source are told of, whatever comes of them. */
  static final int MAX_TOLD_A_SECOND = 20;

  /** Of how many sources it is counted one by one; the rest is counted together. */
  static final int MAX_SOURCES = 100;

  private static final long SECOND = 1_000_000_000L;

  private final Map<CallerSource, Integer> came = new HashMap<>();
  private final Map<CallerSource, Integer> untold = new LinkedHashMap<>();
  private int untoldOfOthers;
  private long sinceNanos;

  /**
   * Whether a newcomer is told of at once.
   *
   * @param nowNanos the monotonic clock
   */
  synchronized boolean tells(CallerSource source, long nowNanos) {
    if (nowNanos - sinceNanos >= SECOND || came.isEmpty()) {
      sinceNanos = nowNanos;
      came.clear();
    }
    if (came.size() >= MAX_SOURCES && !came.containsKey(source)) {
      return false;
    }
    return came.merge(source, 1, Integer::sum) <= MAX_TOLD_A_SECOND;
  }

  /**
   * A caller has gone of whom nothing was told.
   *
   * @return whether it is the first since {@link #takeUntold}
   */
  synchronized boolean leftUntold(CallerSource source) {
    boolean first = untold.isEmpty() && untoldOfOthers == 0;
    if (untold.size() < MAX_SOURCES || untold.containsKey(source)) {
      untold.merge(source, 1, Integer::sum);
    } else {
      untoldOfOthers++;
    }
    return first;
  }

  /** Sentences about those of whom nothing was told since the last call. */
  synchronized List<String> takeUntold() {
    List<String> sentences = new ArrayList<>();
    untold.forEach((source, count) -> sentences.add(sentence(count, " from " + source)));
    if (untoldOfOthers > 0) {
      sentences.add(sentence(untoldOfOthers, " from other addresses"));
    }
    untold.clear();
    untoldOfOthers = 0;
    return sentences;
  }

  private static String sentence(int count, String from) {
    return String.format(
        Locale.ROOT,
        "%,d more connection%s%s ended without a whole request",
        count,
        count == 1 ? "" : "s",
        from);
  }
}
