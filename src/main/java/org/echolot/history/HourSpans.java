package org.echolot.history;

import java.util.ArrayList;
import java.util.List;

/** Puts hours together that come in the order of time. Used once, by one thread. */
final class HourSpans {

  private static final double LOW = 5;
  private static final double MEDIAN = 50;
  private static final double HIGH = 95;

  private final int index;
  private final int together;
  private final TimesOfHour times = new TimesOfHour();
  private final List<Hour> finished = new ArrayList<>();
  private long span = Long.MIN_VALUE;
  private long ok;
  private long failed;

  /**
   * @param index whose times are wanted
   * @param together how many hours make a span
   */
  HourSpans(int index, int together) {
    this.index = index;
    this.together = together;
  }

  void add(long hour, long hourOk, long hourFailed, byte[] stored) {
    long next = Math.floorDiv(hour, together);
    if (next != span) {
      finish();
      span = next;
    }
    ok += hourOk;
    failed += hourFailed;
    times.add(stored, index);
  }

  private void finish() {
    if (ok + failed > 0) {
      finished.add(
          new Hour(
              Micros.moment(span * together * Micros.PER_HOUR),
              together,
              ok,
              failed,
              times.percentile(index, LOW),
              times.percentile(index, MEDIAN),
              times.percentile(index, HIGH)));
    }
    ok = 0;
    failed = 0;
    times.reset();
  }

  /** All spans in which there were checks. */
  List<Hour> finished() {
    finish();
    return finished;
  }
}
