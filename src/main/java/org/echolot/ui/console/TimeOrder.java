package org.echolot.ui.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.echolot.journal.JournalLine;

/**
 * Puts lines into the order in which what they tell of happened. Conversations are told of one by
 * one, each a moment after it went on: without this, our own listener would be seen to answer
 * before it was asked. A line waits until it is as old as the window; what comes still later
 * follows as it comes. For one thread.
 */
final class TimeOrder {

  /** What is told of later than this is not put in its place any more. */
  static final Duration WINDOW = Duration.ofMillis(100);

  /** The most lines that wait: with more, the oldest are not held any longer. */
  static final int MOST = 50_000;

  private static final Comparator<Waiting> ORDER = Comparator.comparing(each -> each.line().at());

  /** A line, and when it came. */
  private record Waiting(JournalLine line, Instant cameAt) {}

  private final Duration window;
  private final InstantSource clock;
  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * @param window how long lines wait for others
   */
  TimeOrder(Duration window, InstantSource clock) {
    this.window = window;
    this.clock = clock;
  }

  /** Whether no line waits. */
  boolean isEmpty() {
    return waiting.isEmpty();
  }

  void add(List<JournalLine> lines) {
    Instant now = clock.instant();
    for (JournalLine line : lines) {
      waiting.add(new Waiting(line, now));
    }
    // Lines of the same moment stay as they were told.
    waiting.sort(ORDER);
  }

  /**
   * Those that have waited for long enough, and what is older than they are; they wait no more.
   *
   * @param most the most of them, the oldest first
   */
  List<JournalLine> due(int most) {
    Instant now = clock.instant();
    int count = waiting.size();
    while (count > 0 && !isDue(waiting.get(count - 1), now)) {
      count--;
    }
    return takeFirst(Math.max(Math.min(count, most), waiting.size() - MOST));
  }

  /** All of them, in order; they wait no more. */
  List<JournalLine> all() {
    return takeFirst(waiting.size());
  }

  private List<JournalLine> takeFirst(int count) {
    List<Waiting> first = waiting.subList(0, count);
    List<JournalLine> lines = new ArrayList<>(first.size());
    first.forEach(each -> lines.add(each.line()));
    first.clear();
    return lines;
  }

  /** By its own time, or by when it came: a clock that is set must not hold lines back. */
  private boolean isDue(Waiting each, Instant now) {
    Instant before = now.minus(window);
    return !each.line().at().isAfter(before)
        || !each.cameAt().isAfter(before)
        || each.cameAt().isAfter(now);
  }
}
