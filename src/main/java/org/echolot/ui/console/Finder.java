package org.echolot.ui.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.echolot.concurrent.Threads;
import org.echolot.journal.JournalLine;
import org.jspecify.annotations.Nullable;

/**
 * Finds plain text, without regard to case, in the rows that are shown: in the peer's name and in
 * the text. It looks at rows for a bounded time a frame, so that texts never read before can be
 * made without holding up the window. View model: for the FX thread, or the test's.
 */
public final class Finder {

  /** How long it looks in each frame. */
  static final Duration SLICE = Duration.ofMillis(10);

  /** How many rows it looks at before it looks at the clock. */
  static final int STEP = 500;

  /** The most places in one line that are marked. */
  private static final int MOST_PLACES = 100;

  private static final long NONE = -1;

  private final List<JournalLine> rows;
  private final Executor frames;
  private final IntConsumer reveal;

  private final LongSupplier nanoClock;

  private @Nullable Needle needle;

  /** Whether the peer's name of the last line holds it: many lines in a row have the same. */
  private String lastLabel = "";

  private boolean inLastLabel;

  /** Rows are numbered from the first ever shown, so that dropping some changes no number. */
  private long firstRow;

  private long[] hits = new long[16];
  private int hitsFrom;
  private int hitsTo;
  private long scanned;
  private long current = NONE;

  /** Where the first hit is looked for; {@link #NONE} once it was found. */
  private long anchor = NONE;

  private boolean asked;

  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper number = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();

  /**
   * @param reveal is given the row of a hit to select and scroll to
   */
  Finder(List<JournalLine> rows, Executor frames, IntConsumer reveal) {
    this(rows, frames, reveal, System::nanoTime);
  }

  Finder(List<JournalLine> rows, Executor frames, IntConsumer reveal, LongSupplier nanoClock) {
    this.rows = rows;
    this.frames = frames;
    this.reveal = reveal;
    this.nanoClock = nanoClock;
  }

  /** How many rows hold the text, as far as was searched. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  public int count() {
    return count.get();
  }

  /** Which of the hits is the current one, from 1; 0 for none. */
  public ReadOnlyIntegerProperty numberProperty() {
    return number.getReadOnlyProperty();
  }

  public int number() {
    return number.get();
  }

  /** Whether rows are still to be looked at. */
  public ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  /** What is looked for; empty for nothing. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Whether {@code line} holds the text that is looked for. */
  public boolean matches(JournalLine line) {
    Needle wanted = needle;
    return wanted != null
        && (wanted.in(line.text(), 0) >= 0 || isInLabel(wanted, line.source().label()));
  }

  private boolean isInLabel(Needle wanted, String label) {
    if (!label.equals(lastLabel)) {
      lastLabel = label;
      inLastLabel = wanted.in(label, 0) >= 0;
    }
    return inLastLabel;
  }

  /** Where the text stands in another. */
  record Place(int start, int end) {}

  /** Whether anything is looked for. */
  boolean isLooking() {
    return needle != null;
  }

  /** The places of the text in {@code words}, in order; of very many the first ones. */
  List<Place> placesIn(String words) {
    List<Place> places = new ArrayList<>();
    Needle wanted = needle;
    int length = wanted == null ? 0 : wanted.text().length();
    int at = wanted == null ? -1 : wanted.in(words, 0);
    while (wanted != null && at >= 0 && places.size() < MOST_PLACES) {
      places.add(new Place(at, at + length));
      at = wanted.in(words, at + length);
    }
    return places;
  }

  // Commands

  /**
   * Looks for {@code wanted}; the first hit at or below a row becomes the current one, else the
   * very first. Blank text ends the search.
   *
   * @param fromRow for example the first that is visible
   */
  public void find(String wanted, int fromRow) {
    needle = wanted.isBlank() ? null : new Needle(wanted);
    lastLabel = "";
    inLastLabel = false;
    text.set(wanted.isBlank() ? "" : wanted);
    restart();
    anchor = firstRow + fromRow;
  }

  /**
   * Something will be looked for soon: the texts of all rows are made, by another thread, so that
   * this need not be done then.
   */
  public void prepare() {
    List<JournalLine> now = List.copyOf(rows);
    Threads.startVirtual("console texts", () -> now.forEach(JournalLine::text));
  }

  /** Goes to the next hit below a row, and from the last to the first. */
  public void next(int belowRow) {
    int hit = indexOfFirstFrom(start(belowRow) + 1);
    goTo(hit < hitsTo ? hit : hitsFrom);
  }

  /** Goes to the next hit above a row, and from the first to the last. */
  public void previous(int aboveRow) {
    int hit = indexOfFirstFrom(start(aboveRow)) - 1;
    goTo(hit >= hitsFrom ? hit : hitsTo - 1);
  }

  private long start(int row) {
    return current == NONE ? firstRow + row : current;
  }

  // What happens to the rows

  void rowsAdded() {
    ask();
  }

  void rowsDropped(int dropped) {
    firstRow += dropped;
    scanned = Math.max(scanned, firstRow);
    hitsFrom = indexOfFirstFrom(firstRow);
    if (current < firstRow) {
      current = NONE;
    }
    tell();
  }

  /** Rows from one on are others than before. */
  void rowsChangedFrom(int row) {
    long from = firstRow + row;
    hitsTo = indexOfFirstFrom(from);
    scanned = Math.min(scanned, from);
    if (current >= from) {
      current = NONE;
    }
    tell();
    ask();
  }

  void rowsReplaced() {
    restart();
  }

  // Inside

  private void restart() {
    firstRow = 0;
    scanned = 0;
    hitsFrom = 0;
    hitsTo = 0;
    current = NONE;
    anchor = NONE;
    tell();
    ask();
  }

  private void ask() {
    searching.set(needle != null && scanned < firstRow + rows.size());
    if (searching.get() && !asked) {
      asked = true;
      frames.execute(this::scan);
    }
  }

  private void scan() {
    asked = false;
    if (needle == null) {
      return;
    }
    long end = firstRow + rows.size();
    long over = nanoClock.getAsLong() + SLICE.toNanos();
    do {
      scan(Math.min(end, scanned + STEP));
    } while (scanned < end && nanoClock.getAsLong() < over);
    goToFirst();
    tell();
    ask();
  }

  private void scan(long end) {
    for (; scanned < end; scanned++) {
      if (matches(rows.get((int) (scanned - firstRow)))) {
        addHit(scanned);
      }
    }
  }

  private void goToFirst() {
    if (anchor == NONE) {
      return;
    }
    int hit = indexOfFirstFrom(anchor);
    boolean complete = scanned == firstRow + rows.size();
    if (hit < hitsTo) {
      goTo(hit);
    } else if (complete) {
      goTo(hitsFrom);
    }
    if (complete) {
      anchor = NONE;
    }
  }

  private void goTo(int hit) {
    if (hit >= hitsFrom && hit < hitsTo) {
      anchor = NONE;
      current = hits[hit];
      tell();
      reveal.accept((int) (current - firstRow));
    }
  }

  private void addHit(long row) {
    if (hitsTo == hits.length) {
      int live = hitsTo - hitsFrom;
      hits = Arrays.copyOf(Arrays.copyOfRange(hits, hitsFrom, hitsTo), Math.max(16, live * 2));
      hitsFrom = 0;
      hitsTo = live;
    }
    hits[hitsTo++] = row;
  }

  private int indexOfFirstFrom(long row) {
    int at = Arrays.binarySearch(hits, hitsFrom, hitsTo, row);
    return at < 0 ? -at - 1 : at;
  }

  private void tell() {
    count.set(hitsTo - hitsFrom);
    number.set(current == NONE ? 0 : indexOfFirstFrom(current) - hitsFrom + 1);
  }
}
