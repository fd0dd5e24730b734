package org.echolot.ui.history;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a time stands on a chart: logarithmic, so that a peer that answers in 0.4 ms and its bad
 * day of 4 s both can be read.
 *
 * @param lowest the time at the bottom, in microseconds, at least 1
 * @param highest the time at the top, more than {@code lowest}
 * @param height in pixels
 */
record TimeScale(double lowest, double highest, int height) {

  private static final double LEAST = 100;
  private static final double MOST = 3.6e9;

  /** A line across the chart. */
  record Mark(double y, String label) {}

  /** Fits all times between powers of ten. */
  static TimeScale fitting(ChartColumns columns, int height) {
    int low = columns.lowest();
    int high = columns.highest();
    double bottom = low <= 0 ? LEAST : Math.pow(10, Math.floor(Math.log10(Math.max(LEAST, low))));
    double top = high <= 0 ? 1_000 * LEAST : Math.pow(10, Math.ceil(Math.log10(high + 1.0)));
    top = Math.clamp(top, bottom * 10, Math.max(MOST, bottom * 10));
    return new TimeScale(bottom, top, height);
  }

  /** The distance from the top, in pixels. */
  double y(double micros) {
    double part = Math.log(Math.max(micros, lowest) / lowest) / Math.log(highest / lowest);
    return height * (1 - Math.clamp(part, 0, 1));
  }

  /** The powers of ten. */
  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    for (double time = lowest; time <= highest * 1.001; time *= 10) {
      marks.add(new Mark(y(time), label(time)));
    }
    return marks;
  }

  private static String label(double micros) {
    if (micros >= 1e6) {
      return Math.round(micros / 1e6) + " s";
    }
    return micros >= 1e3 ? Math.round(micros / 1e3) + " ms" : micros / 1e3 + " ms";
  }
}
