package org.echolot.ui.console;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.echolot.concurrent.Threads;
import org.echolot.journal.JournalLine;

/** Rows of the console as text. */
final class Transcript {

  /** How many lines are made into text while the user waits. */
  static final int LINES_AT_ONCE = 2_000;

  private final Executor frames;
  private final ShownLines shown;

  /**
   * @param frames runs actions on the thread that calls this
   */
  Transcript(Executor frames, ShownLines shown) {
    this.frames = frames;
    this.shown = shown;
  }

  /** The rows, and where one stands for a folded check all lines of that, in order; a copy. */
  List<JournalLine> linesBehind(List<JournalLine> rows) {
    Set<Long> folded = new HashSet<>();
    for (JournalLine row : rows) {
      Fold fold = shown.checks().foldAt(row);
      if (fold != null && fold.folded()) {
        folded.add(row.conversationId());
      }
    }
    if (folded.isEmpty()) {
      return List.copyOf(rows);
    }
    Set<JournalLine> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
    wanted.addAll(rows);
    return shown
        .passing()
        .filter(line -> wanted.contains(line) || folded.contains(line.conversationId()))
        .toList();
  }

  /** The same, for another thread. */
  LineTimes frozen(LineTimes times) {
    return new LineTimes(
        times.style(),
        times.style() == TimeStyle.SINCE_CHECK_BEGAN ? Map.copyOf(times.began()) : Map.of());
  }

  void text(List<JournalLine> some, LineTimes times, Consumer<String> taker) {
    if (some.size() <= LINES_AT_ONCE) {
      taker.accept(text(some, times));
      return;
    }
    LineTimes kept = frozen(times);
    Threads.startVirtual(
        "console text",
        () -> {
          String text = text(some, kept);
          frames.execute(() -> taker.accept(text));
        });
  }

  private static String text(List<JournalLine> some, LineTimes times) {
    return some.stream().map(times::text).collect(Collectors.joining("\n", "", "\n"));
  }
}
