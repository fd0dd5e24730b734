package org.echolot.history;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.echolot.check.CheckStage;

/**
 * How long the stages of successful checks took, so that hours can be put together and asked for
 * percentiles: a histogram for each stage and one for the whole, to two significant digits. Not
 * safe for use by several threads at once.
 */
final class TimesOfHour {

  /** The index of the time of the whole check, behind those of the stages. */
  static final int TOTAL = CheckStage.values().length;

  private static final long MOST_MICROS = Micros.PER_HOUR;
  private static final int DIGITS = 2;
  private static final int VARINT_BITS = 7;
  private static final int VARINT_MORE = 1 << VARINT_BITS;

  private final Histogram[] histograms = new Histogram[TOTAL + 1];

  /** Adds the time of a stage, or of the whole. */
  void add(int index, long micros) {
    of(index).recordValue(Math.clamp(micros, 0, MOST_MICROS));
  }

  private Histogram of(int index) {
    Histogram histogram = histograms[index];
    if (histogram == null) {
      histogram = new Histogram(MOST_MICROS, DIGITS);
      histograms[index] = histogram;
    }
    return histogram;
  }

  /** Takes all out. */
  void reset() {
    for (Histogram histogram : histograms) {
      if (histogram != null) {
        histogram.reset();
      }
    }
  }

  /** How many times of a stage there are. */
  long count(int index) {
    return of(index).getTotalCount();
  }

  /** The time that {@code percent} of 100 checks did not exceed, in microseconds; 0 if none. */
  long percentile(int index, double percent) {
    Histogram histogram = of(index);
    return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percent);
  }

  /** As it is stored: for each stage how many values, then each value's distance and count. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    for (int index = 0; index <= TOTAL; index++) {
      Histogram histogram = histograms[index];
      int values = 0;
      ByteArrayOutputStream pairs = new ByteArrayOutputStream(32);
      if (histogram != null) {
        long last = 0;
        for (HistogramIterationValue each : histogram.recordedValues()) {
          long value = histogram.lowestEquivalentValue(each.getValueIteratedTo());
          put(pairs, value - last);
          put(pairs, each.getCountAtValueIteratedTo());
          last = value;
          values++;
        }
      }
      put(out, values);
      out.writeBytes(pairs.toByteArray());
    }
    return out.toByteArray();
  }

  /**
   * Adds what {@link #bytes} made. Where it did not, what can be read of it is added.
   *
   * @param index the stage alone that is wanted; negative: all
   */
  void add(byte[] stored, int index) {
    ByteBuffer in = ByteBuffer.wrap(stored);
    try {
      for (int each = 0; each <= TOTAL; each++) {
        long values = get(in);
        long value = 0;
        for (long i = 0; i < values; i++) {
          value += get(in);
          long count = get(in);
          if (index < 0 || index == each) {
            of(each).recordValueWithCount(Math.clamp(value, 0, MOST_MICROS), count);
          }
        }
      }
    } catch (BufferUnderflowException _) {
      // A damaged row makes no damaged program.
    }
  }

  private static void put(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest >= VARINT_MORE) {
      out.write((int) (rest & (VARINT_MORE - 1)) | VARINT_MORE);
      rest >>>= VARINT_BITS;
    }
    out.write((int) rest);
  }

  private static long get(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += VARINT_BITS) {
      int next = in.get();
      value |= (long) (next & (VARINT_MORE - 1)) << shift;
      if ((next & VARINT_MORE) == 0) {
        return value & Long.MAX_VALUE;
      }
    }
    throw new BufferUnderflowException();
  }
}
