package org.echolot.bench;

import java.util.Arrays;

/** Times of the same thing, in nanoseconds. Not safe for use by several threads. */
final class Samples {

  private long[] nanos = new long[256];
  private int count;

  void add(long sample) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = sample;
  }

  int count() {
    return count;
  }

  double medianMillis() {
    return percentileMillis(50);
  }

  /** The time that so many percent of the samples do not exceed. */
  double percentileMillis(int percent) {
    if (count == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * count) - 1)] / 1e6;
  }
}
