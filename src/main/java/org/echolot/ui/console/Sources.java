package org.echolot.ui.console;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;

/**
 * The choices of the peer filter: all, the listener, and whoever has lines, by name. Those whose
 * last line was dropped go, so that the list is bounded as the lines are.
 */
final class Sources {

  private static final SourceChoice LISTENER = new SourceChoice(LineSource.LISTENER);

  private static final Comparator<SourceChoice> ORDER =
      Comparator.comparing(SourceChoice::label, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(SourceChoice::label)
          .thenComparing(choice -> String.valueOf(choice.source()));

  private static final int FIXED = 2;

  private final Map<LineSource, int[]> linesBySource = new HashMap<>();
  private final ObservableList<SourceChoice> choices =
      FXCollections.observableArrayList(SourceChoice.ALL, LISTENER);

  ObservableList<SourceChoice> choices() {
    return choices;
  }

  void count(List<JournalLine> added) {
    for (JournalLine line : added) {
      int[] lines = linesBySource.get(line.source());
      if (lines == null) {
        lines = new int[1];
        linesBySource.put(line.source(), lines);
        offer(new SourceChoice(line.source()));
      }
      lines[0]++;
    }
  }

  /**
   * @param kept a choice that stays though it has no line left
   */
  void forget(List<JournalLine> dropped, SourceChoice kept) {
    for (JournalLine line : dropped) {
      int[] lines = linesBySource.get(line.source());
      if (lines != null) {
        lines[0]--;
      }
    }
    prune(kept);
  }

  /** Withdraws the choices that have no line. */
  void prune(SourceChoice kept) {
    linesBySource.values().removeIf(lines -> lines[0] <= 0);
    choices
        .subList(FIXED, choices.size())
        .removeIf(
            choice ->
                !choice.equals(kept)
                    && choice.source() != null
                    && !linesBySource.containsKey(choice.source()));
  }

  private void offer(SourceChoice choice) {
    if (choice.equals(LISTENER)) {
      return;
    }
    List<SourceChoice> named = choices.subList(FIXED, choices.size());
    int at = Collections.binarySearch(named, choice, ORDER);
    if (at < 0) {
      choices.add(FIXED - at - 1, choice);
    }
  }
}
