package org.echolot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.echolot.check.CheckStage;
import org.jspecify.annotations.Nullable;

/**
 * Works out the figures of a span of time: from hours that were summed up, and from single results
 * only where an outage may have begun or ended. Used once, by one thread.
 */
final class FiguresSum {

  private static final long NONE = Long.MIN_VALUE;
  private static final double MEDIAN = 50;
  private static final double HIGH = 95;

  private final HistoryQueries queries;
  private final UUID peerId;
  private final @Nullable CheckStage stage;
  private final int index;
  private final TimesOfHour times = new TimesOfHour();

  private long ok;
  private long failed;
  private long outageSince = NONE;
  private long longest;
  private long longestFrom = NONE;
  private long lastCheck = NONE;
  private long lastSuccess = NONE;

  /**
   * @param stage whose times are wanted; null: those of the whole check
   */
  FiguresSum(HistoryQueries queries, UUID peerId, @Nullable CheckStage stage) {
    this.queries = queries;
    this.peerId = peerId;
    this.stage = stage;
    this.index = stage == null ? TimesOfHour.TOTAL : Codes.of(stage);
  }

  Figures of(Connection connection, Instant from, Instant to) throws SQLException {
    long resultsFrom = Micros.of(queries.resultsFrom());
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT h.hour, h.ok, h.failed, h.times FROM hour h JOIN peer p ON p.id = h.peer"
                + " WHERE p.uuid=? AND h.hour>=? AND h.hour<=? ORDER BY h.hour")) {
      select.setBytes(1, ResultTable.bytes(peerId));
      select.setLong(2, Micros.hourOf(Micros.of(from)));
      select.setLong(3, Micros.hourOf(Micros.of(to)));
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          times.add(found.getBytes(4), index);
          hour(found.getLong(1), found.getLong(2), found.getLong(3), resultsFrom);
        }
      }
    }
    tail(from, to);
    if (outageSince != NONE) {
      outageEnded(lastCheck);
    }
    return new Figures(
        ok,
        failed,
        times.percentile(index, MEDIAN),
        times.percentile(index, HIGH),
        Duration.ofNanos(longest * 1_000),
        longestFrom == NONE ? null : Micros.moment(longestFrom),
        lastSuccess == NONE ? null : Micros.moment(lastSuccess));
  }

  private void hour(long hour, long hourOk, long hourFailed, long resultsFrom) throws SQLException {
    ok += hourOk;
    failed += hourFailed;
    long start = hour * Micros.PER_HOUR;
    long end = start + Micros.PER_HOUR;
    if (hourFailed == 0 && outageSince == NONE) {
      lastCheck = end;
      lastSuccess = end;
    } else if (start >= resultsFrom) {
      points(queries.series(peerId, stage, Micros.moment(start), Micros.moment(end)), false);
    } else {
      // There is nothing finer: an hour without a success was an hour of outage.
      lastCheck = end;
      if (hourOk > 0) {
        lastSuccess = end;
        outageEnded(start);
      } else if (outageSince == NONE) {
        outageSince = start;
      }
    }
  }

  /** What was not summed up yet. */
  private void tail(Instant from, Instant to) throws SQLException {
    Instant rolled = queries.summedUpTo();
    points(queries.series(peerId, stage, from.isAfter(rolled) ? from : rolled, to), true);
  }

  private void points(Series series, boolean counts) {
    for (int i = 0; i < series.size(); i++) {
      lastCheck = series.at(i);
      if (series.isFailure(i)) {
        failed += counts ? 1 : 0;
        outageSince = outageSince == NONE ? series.at(i) : outageSince;
      } else {
        lastSuccess = series.at(i);
        outageEnded(series.at(i));
        if (counts) {
          ok++;
          times.add(index, series.micros(i));
        }
      }
    }
  }

  private void outageEnded(long at) {
    if (outageSince != NONE && at - outageSince > longest) {
      longest = at - outageSince;
      longestFrom = outageSince;
    }
    outageSince = NONE;
  }
}
