package org.echolot.ui.history;

import java.util.List;
import org.echolot.history.Hour;
import org.echolot.history.Series;

/**
 * What was loaded for a chart.
 *
 * @param from the moment from which there is all, in microseconds since 1970
 * @param to the moment up to which there is all
 * @param hours what was summed up; empty where single results are shown
 * @param series single results: all, or those that were not summed up yet
 */
record ChartData(long from, long to, List<Hour> hours, Series series) {

  static final ChartData EMPTY = new ChartData(0, 0, List.of(), Series.EMPTY);

  ChartData {
    hours = List.copyOf(hours);
  }

  /** Whether there is nothing to draw. */
  boolean isEmpty() {
    return hours.isEmpty() && series.size() == 0;
  }

  ChartColumns columns(ChartView view, int width) {
    return new ChartColumns(view.from(), view.to(), width).with(hours).with(series);
  }
}
