package org.echolot.ui.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.history.Hour;
import org.echolot.history.Series;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows in each column of pixels: how long checks took, how many there were, and how
 * many failed. Pure. Made anew for each frame, from a million points in a few milliseconds.
 */
final class ChartColumns {

  /** There is no time in a column. */
  static final int NONE = -1;

  /** So many bins for each doubling of a time: 2 percent apart. */
  private static final int BINS_LOG2 = 5;

  private static final int BINS = (Integer.SIZE - BINS_LOG2) << BINS_LOG2;
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;

  private final long from;
  private final long to;
  private final int[] low;
  private final int[] median;
  private final int[] high;
  private final int[] ok;
  private final int[] failed;
  private final @Nullable Cause[] cause;

  private final int[] bins = new int[BINS];

  /**
   * @param from the moment at the left edge, in microseconds since 1970
   * @param to the moment at the right edge, later than {@code from}
   * @param width how many columns there are
   */
  ChartColumns(long from, long to, int width) {
    this.from = from;
    this.to = to;
    low = filled(width);
    median = filled(width);
    high = filled(width);
    ok = new int[width];
    failed = new int[width];
    cause = new @Nullable Cause[width];
  }

  private static int[] filled(int width) {
    int[] array = new int[width];
    Arrays.fill(array, NONE);
    return array;
  }

  int width() {
    return ok.length;
  }

  int low(int column) {
    return low[column];
  }

  int median(int column) {
    return median[column];
  }

  int high(int column) {
    return high[column];
  }

  int ok(int column) {
    return ok[column];
  }

  int failed(int column) {
    return failed[column];
  }

  /** The last cause of a failure in a column; null where none failed, or it is not known. */
  @Nullable Cause cause(int column) {
    return cause[column];
  }

  /** The part of the checks of a column that failed, from 0 to 1. */
  double loss(int column) {
    int all = ok[column] + failed[column];
    return all == 0 ? 0 : (double) failed[column] / all;
  }

  /** The moment at the left edge of a column. */
  long at(double column) {
    return from + (long) ((to - from) * (column / width()));
  }

  private int columnOf(long moment) {
    return (int) ((double) (moment - from) / (to - from) * width());
  }

  /** Puts single results in; those outside are left out. */
  ChartColumns with(Series series) {
    int index = series.firstFrom(from);
    int end = series.firstFrom(to);
    while (index < end) {
      int column = Math.clamp(columnOf(series.at(index)), 0, width() - 1);
      long edge = column + 1 == width() ? to : at(column + 1);
      int next = index;
      int successes = 0;
      int least = BINS;
      int most = 0;
      do {
        if (series.isFailure(next)) {
          failed[column]++;
          cause[column] = series.cause(next);
        } else {
          int bin = binOf(series.micros(next));
          bins[bin]++;
          least = Math.min(least, bin);
          most = Math.max(most, bin);
          successes++;
        }
        next++;
      } while (next < end && series.at(next) < edge);
      ok[column] += successes;
      if (successes > 0) {
        takePercentiles(column, successes, least, most);
      }
      index = next;
    }
    return this;
  }

  private void takePercentiles(int column, int successes, int least, int most) {
    int seen = 0;
    for (int bin = least; bin <= most; bin++) {
      int before = seen;
      seen += bins[bin];
      bins[bin] = 0;
      if (isIn(LOW, successes, before, seen)) {
        low[column] = timeOf(bin);
      }
      if (isIn(0.5, successes, before, seen)) {
        median[column] = timeOf(bin);
      }
      if (isIn(HIGH, successes, before, seen)) {
        high[column] = timeOf(bin);
      }
    }
  }

  private static boolean isIn(double part, int all, int before, int seen) {
    int wanted = (int) (part * (all - 1));
    return wanted >= before && wanted < seen;
  }

  /** Of a time in microseconds, by its first bits. */
  private static int binOf(int micros) {
    int value = micros + 1;
    int log = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(value);
    return log < BINS_LOG2
        ? value
        : ((log - BINS_LOG2 + 1) << BINS_LOG2)
            + ((value >>> (log - BINS_LOG2)) & ((1 << BINS_LOG2) - 1));
  }

  private static int timeOf(int bin) {
    int mantissa = bin & ((1 << BINS_LOG2) - 1);
    int shift = (bin >> BINS_LOG2) - 1;
    return shift < 0 ? mantissa - 1 : (((1 << BINS_LOG2) | mantissa) << shift) - 1;
  }

  /** Puts hours in that were summed up; those outside are left out. */
  ChartColumns with(List<Hour> hours) {
    for (Hour hour : hours) {
      long begin = micros(hour);
      long end = begin + Duration.ofHours(hour.hours()).toMillis() * 1_000;
      int first = Math.max(0, columnOf(begin));
      int last = Math.min(width() - 1, Math.max(first, columnOf(end) - 1));
      if (end <= from || begin >= to) {
        continue;
      }
      for (int column = first; column <= last; column++) {
        ok[column] += (int) hour.ok();
        failed[column] += (int) hour.failed();
        if (hour.ok() > 0) {
          low[column] =
              low[column] == NONE ? (int) hour.low() : Math.min(low[column], (int) hour.low());
          median[column] = (int) hour.median();
          high[column] = Math.max(high[column], (int) hour.high());
        }
      }
    }
    return this;
  }

  private static long micros(Hour hour) {
    return hour.from().toEpochMilli() * 1_000;
  }

  /** The longest time that is shown, in microseconds; {@link #NONE} if there is none. */
  int highest() {
    return Arrays.stream(high).max().orElse(NONE);
  }

  /** The shortest time that is shown, in microseconds; {@link #NONE} if there is none. */
  int lowest() {
    return Arrays.stream(low).filter(time -> time != NONE).min().orElse(NONE);
  }
}
