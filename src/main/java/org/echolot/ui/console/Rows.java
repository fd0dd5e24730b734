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

  /**
   * Puts lines between those from a row on, each behind what is not later than it.
   *
   * @param added in order, and none of them earlier than what is before that row
   */
  void merge(int from, List<JournalLine> added) {
    if (added.isEmpty()) {
      return;
    }
    List<JournalLine> behind = shown.removeLast(shown.size() - from);
    beginChange();
    int next = 0;
    for (JournalLine line : behind) {
      int start = shown.size();
      while (next < added.size() && added.get(next).at().isBefore(line.at())) {
        shown.add(added.get(next++));
      }
      if (shown.size() > start) {
        nextAdd(start, shown.size());
      }
      shown.add(line);
    }
    int start = shown.size();
    shown.addAll(added.subList(next, added.size()));
    if (shown.size() > start) {
      nextAdd(start, shown.size());
    }
    endChange();
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
