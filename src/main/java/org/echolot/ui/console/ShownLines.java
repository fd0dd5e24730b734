package org.echolot.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.echolot.journal.JournalLine;
import org.jspecify.annotations.Nullable;

/** The lines that are kept, and which of them are rows: those that pass and that no fold hides. */
final class ShownLines {

  private final Ring<JournalLine> lines = new Ring<>();
  private final Rows rows = new Rows();
  private final CheckLines checks = new CheckLines();
  private final Predicate<JournalLine> filter;

  /**
   * @param filter what passes now
   */
  ShownLines(Predicate<JournalLine> filter) {
    this.filter = filter;
  }

  /** All that are kept, oldest first. */
  Ring<JournalLine> lines() {
    return lines;
  }

  /** Those that pass, folded or not. */
  Stream<JournalLine> passing() {
    return lines.stream().filter(filter);
  }

  Rows rows() {
    return rows;
  }

  CheckLines checks() {
    return checks;
  }

  /** What passes, or what is folded, is another than before. */
  void refilter() {
    checks.restart();
    rows.replace(lines, this::becomesRow);
  }

  private boolean becomesRow(JournalLine line) {
    return filter.test(line) && checks.admit(line);
  }

  void append(List<JournalLine> added) {
    lines.addAll(added);
    checks.count(added);
    rows.append(added, this::becomesRow);
  }

  void clear() {
    checks.forget(lines);
    lines.clear();
  }

  /**
   * Drops the rows of lines that are kept no longer.
   *
   * @return how many rows went
   */
  int dropped(List<JournalLine> old) {
    List<JournalLine> passing = old.stream().filter(filter).toList();
    int shown = (int) passing.stream().filter(checks::isRow).count();
    passing.forEach(checks::withdraw);
    checks.forget(old);
    rows.dropFirst(shown);
    return shown;
  }

  /**
   * Where the first line of a check is gone, the next takes its place.
   *
   * @return whether there are rows where there were none
   */
  boolean giveHeads() {
    boolean inserted = false;
    if (checks.needsHeads()) {
      int row = 0;
      for (JournalLine line : lines) {
        if (filter.test(line)) {
          boolean isRow = row < rows.size() && rows.get(row) == line;
          if (checks.succeeds(line) && !isRow) {
            rows.insert(row, line);
            inserted = true;
            isRow = true;
          }
          row += isRow ? 1 : 0;
        }
      }
    }
    return inserted;
  }

  /** The row that can stand for all lines of a check; null where there is none. */
  @Nullable JournalLine headOf(long conversationId) {
    return rows.stream()
        .filter(line -> line.conversationId() == conversationId && checks.foldAt(line) != null)
        .findFirst()
        .orElse(null);
  }

  /** The numbers of the rows that are {@code wanted}. */
  List<Integer> rowsOf(Predicate<JournalLine> wanted) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (wanted.test(rows.get(i))) {
        found.add(i);
      }
    }
    return found;
  }
}
