package org.echolot.ui.history;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Round moments of a span of time, for the labels below a chart. Pure. */
final class TimeAxis {

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(30),
          Duration.ofDays(90),
          Duration.ofDays(180));

  /** A moment on the axis. */
  record Mark(double x, String label) {}

  private TimeAxis() {}

  /**
   * @param width in pixels
   * @param gap how far apart labels are at least, in pixels
   */
  static List<Mark> marks(ChartView view, double width, double gap, ZoneId zone) {
    Duration step =
        STEPS.stream()
            .filter(each -> ChartView.micros(each) / (double) view.span() * width >= gap)
            .findFirst()
            .orElse(STEPS.getLast());
    List<Mark> marks = new ArrayList<>();
    ZonedDateTime at = first(view.begin().atZone(zone), step);
    while (at.toInstant().isBefore(view.end()) && marks.size() < width) {
      long micros = ChartView.micros(at.toInstant());
      if (micros >= view.from()) {
        marks.add(
            new Mark(
                (micros - view.from()) / (double) view.span() * width, HistoryText.axis(at, step)));
      }
      // By days of the calendar, so that midnight stays midnight where clocks are changed.
      at = step.toDays() > 0 ? at.plusDays(step.toDays()) : at.plus(step);
    }
    return marks;
  }

  private static ZonedDateTime first(ZonedDateTime begin, Duration step) {
    ZonedDateTime midnight = begin.toLocalDate().atStartOfDay(begin.getZone());
    if (step.toDays() > 0) {
      return midnight.minusDays(midnight.toLocalDate().toEpochDay() % step.toDays());
    }
    long steps = Duration.between(midnight, begin).toSeconds() / step.toSeconds();
    return midnight.plusSeconds(steps * step.toSeconds());
  }
}
