package org.echolot.ui.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.echolot.journal.JournalLine;
import org.jspecify.annotations.Nullable;

/** The lines that are kept, and which of them are rows: those that pass and that no fold hides. */
final class ShownLines {

  /** What is told of later than this stays where it came. */
  private static final Duration MOST_LATE = Duration.ofSeconds(5);

  /** Nor does what would go before more lines than this. */
  private static final int MOST_BEHIND = 20_000;

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

  /**
   * Adds lines behind the others, and those that happened before some of these between them.
   *
   * @param added in the order in which they happened
   * @return the first row that is another than before
   */
  int add(List<JournalLine> added) {
    checks.count(added);
    Instant first = added.getFirst().at();
    int place = placeOf(first, lines);
    if (place == lines.size()) {
      int end = rows.size();
      lines.addAll(added);
      rows.append(added, this::becomesRow);
      return end;
    }
    List<JournalLine> behind = lines.removeLast(lines.size() - place);
    List<JournalLine> merged = new ArrayList<>(behind);
    merged.addAll(added);
    merged.sort(Comparator.comparing(JournalLine::at));
    lines.addAll(merged);
    int row = placeOf(first, rows);
    rows.merge(row, added.stream().filter(this::becomesRow).toList());
    return row;
  }

  /** Whether a line goes before rows that are there. */
  boolean isLate(JournalLine line) {
    return placeOf(line.at(), rows) < rows.size();
  }

  /** Behind the last line that is not later; the end where that is too far back. */
  private static int placeOf(Instant at, List<JournalLine> among) {
    int end = among.size();
    if (end == 0 || among.getLast().at().isAfter(at.plus(MOST_LATE))) {
      return end; // a clock was set, or nobody needs it where it happened
    }
    int place = end;
    while (place > 0 && among.get(place - 1).at().isAfter(at)) {
      place--;
      if (end - place > MOST_BEHIND) {
        return end;
      }
    }
    return place;
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
    long lacking = checks.lackingHeads();
    int row = 0;
    // Those that follow are near the beginning: there may be 200,000 lines behind them.
    for (Iterator<JournalLine> all = lines.iterator(); lacking > 0 && all.hasNext(); ) {
      JournalLine line = all.next();
      if (filter.test(line)) {
        boolean isRow = row < rows.size() && rows.get(row) == line;
        if (checks.succeeds(line)) {
          lacking--;
          if (!isRow) {
            rows.insert(row, line);
            inserted = true;
            isRow = true;
          }
        }
        row += isRow ? 1 : 0;
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
