package org.echolot.ui.console;

import java.util.List;
import java.util.function.Predicate;
import javafx.collections.ObservableListBase;
import org.echolot.journal.JournalLine;

/** The lines that pass the filter, as a list view shows them. Each command is one change event. */
final class Rows extends ObservableListBase<JournalLine> {

  private Ring<JournalLine> shown = new Ring<>();

  @Override
  public JournalLine get(int index) {
    return shown.get(index);
  }

  @Override
  public int size() {
    return shown.size();
  }

  /** Appends those of {@code lines} that pass {@code filter}. */
  void append(List<JournalLine> lines, Predicate<JournalLine> filter) {
    int from = shown.size();
    for (JournalLine line : lines) {
      if (filter.test(line)) {
        shown.add(line);
      }
    }
    if (shown.size() > from) {
      beginChange();
      nextAdd(from, shown.size());
      endChange();
    }
  }

  /** Puts a line before the row of that number. */
  void insert(int row, JournalLine line) {
    beginChange();
    shown.add(row, line);
    nextAdd(row, row + 1);
    endChange();
  }

  /** Removes the oldest {@code count}. */
  void dropFirst(int count) {
    if (count > 0) {
      beginChange();
      nextRemove(0, shown.removeFirst(count));
      endChange();
    }
  }

  /** Shows those of {@code lines} that pass {@code filter}, and nothing else. */
  void replace(List<JournalLine> lines, Predicate<JournalLine> filter) {
    Ring<JournalLine> before = shown;
    shown = new Ring<>();
    for (JournalLine line : lines) {
      if (filter.test(line)) {
        shown.add(line);
      }
    }
    beginChange();
    nextReplace(0, shown.size(), before);
    endChange();
  }
}
