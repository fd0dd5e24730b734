package org.echolot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageState;
import org.jspecify.annotations.Nullable;

/** Reads the history. Used by one thread at a time, with one connection. */
final class HistoryQueries {

  /** What was written while a clock was wrong is not the last that happened. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** A peer that has failed before TLS for longer is no longer known by its certificate. */
  private static final int MOST_BEFORE = 5_000;

  private static final String FROM = " FROM result r JOIN peer p ON p.id = r.peer ";
  private static final int CANCELLED = Codes.of(Outcome.CANCELLED);

  private final Connection connection;
  private final ResultRows rows;

  HistoryQueries(Connection connection) {
    this.connection = connection;
    this.rows = new ResultRows(connection);
  }

  Map<UUID, List<ResultBrief>> recent(int most) throws SQLException {
    return recent(soon(), most);
  }

  Map<UUID, ResultBrief> lastBefore(Instant moment) throws SQLException {
    Map<UUID, ResultBrief> last = new HashMap<>();
    recent(Micros.of(moment) - 1, 1).forEach((peer, results) -> last.put(peer, results.getLast()));
    return last;
  }

  /**
   * The last results of each peer.
   *
   * @param until when the last of them may have begun
   */
  private Map<UUID, List<ResultBrief>> recent(long until, int most) throws SQLException {
    Map<UUID, List<ResultBrief>> recent = new HashMap<>();
    try (PreparedStatement peers = connection.prepareStatement("SELECT id, uuid FROM peer");
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT "
                    + ResultRows.COLUMNS
                    + FROM
                    + "WHERE r.peer=? AND p.id=? AND r.at<=? AND r.kind & 3 <> ?"
                    + " ORDER BY r.at DESC LIMIT ?");
        ResultSet all = peers.executeQuery()) {
      while (all.next()) {
        long peer = all.getLong(1);
        select.setLong(1, peer);
        select.setLong(2, peer);
        select.setLong(3, until);
        select.setInt(4, CANCELLED);
        select.setInt(5, most);
        List<ResultBrief> last = new ArrayList<>();
        try (ResultSet found = select.executeQuery()) {
          while (found.next()) {
            last.add(rows.row(found).brief());
          }
        }
        if (!last.isEmpty()) {
          recent.put(ResultTable.uuid(all.getBytes(2)), last.reversed());
        }
      }
    }
    return recent;
  }

  private static long soon() {
    return Micros.of(Instant.now().plus(AHEAD));
  }

  Optional<CheckResult> last(UUID peerId) throws SQLException {
    List<CheckResult> last = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + ResultRows.COLUMNS
                + FROM
                + "WHERE p.uuid=? AND r.at<=? AND r.kind & 3 <> ? ORDER BY r.at DESC LIMIT 1")) {
      select.setBytes(1, ResultTable.bytes(peerId));
      select.setLong(2, soon());
      select.setInt(3, CANCELLED);
      try (ResultSet found = select.executeQuery()) {
        if (found.next()) {
          rows.result(found).ifPresent(last::add);
        }
      }
    }
    return last.stream().findFirst();
  }

  List<CheckResult> lastOverTls(@Nullable Set<UUID> peers) throws SQLException {
    List<CheckResult> results = new ArrayList<>();
    try (PreparedStatement all = connection.prepareStatement("SELECT id, uuid FROM peer");
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT "
                    + ResultRows.COLUMNS
                    + " FROM (SELECT * FROM result WHERE peer=? ORDER BY at DESC LIMIT ?) r"
                    + " JOIN peer p ON p.id = r.peer WHERE ((r.states >> ?) & 3) <> ?"
                    + " ORDER BY r.at DESC LIMIT 1");
        ResultSet ids = all.executeQuery()) {
      while (ids.next()) {
        if (peers == null || peers.contains(ResultTable.uuid(ids.getBytes(2)))) {
          select.setLong(1, ids.getLong(1));
          select.setInt(2, MOST_BEFORE);
          select.setInt(3, StageTimes.placeOf(CheckStage.TLS));
          select.setInt(4, Codes.of(StageState.SKIPPED));
          try (ResultSet found = select.executeQuery()) {
            if (found.next()) {
              rows.result(found).ifPresent(results::add);
            }
          }
        }
      }
    }
    return results;
  }

  Optional<CheckResult> lastSuccess(UUID peerId, Instant before) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + ResultRows.COLUMNS
                + FROM
                + "WHERE p.uuid=? AND r.at<? AND r.kind & 3 = ? ORDER BY r.at DESC LIMIT 1")) {
      select.setBytes(1, ResultTable.bytes(peerId));
      select.setLong(2, Micros.of(before));
      select.setInt(3, Codes.of(Outcome.SUCCESS));
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? rows.result(found) : Optional.empty();
      }
    }
  }

  /**
   * Gives results, oldest first.
   *
   * @param peers of which peers; null: of all
   * @param sink says false when it wants no more
   */
  void results(@Nullable Set<UUID> peers, Instant from, Instant to, Predicate<CheckResult> sink)
      throws SQLException {
    String chosen =
        peers == null
            ? ""
            : " AND p.uuid IN (" + String.join(",", Collections.nCopies(peers.size(), "?")) + ")";
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + ResultRows.COLUMNS
                + FROM
                + "WHERE r.at>=? AND r.at<?"
                + chosen
                + " ORDER BY r.at")) {
      select.setLong(1, Micros.of(from));
      select.setLong(2, Micros.of(to));
      int index = 3;
      for (UUID peer : peers == null ? Set.<UUID>of() : peers) {
        select.setBytes(index++, ResultTable.bytes(peer));
      }
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          Optional<CheckResult> result = rows.result(found);
          if (result.isPresent() && !sink.test(result.get())) {
            return;
          }
        }
      }
    }
  }

  /** The last results of a peer, whole, oldest first. */
  List<CheckResult> lastResults(UUID peerId, int most) throws SQLException {
    List<CheckResult> results = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + ResultRows.COLUMNS
                + FROM
                + "WHERE p.uuid=? AND r.at<=? ORDER BY r.at DESC LIMIT ?")) {
      select.setBytes(1, ResultTable.bytes(peerId));
      select.setLong(2, soon());
      select.setInt(3, most);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.result(found).ifPresent(results::add);
        }
      }
    }
    return results.reversed();
  }

  /**
   * The points of a peer.
   *
   * @param stage whose times are wanted; null: those of the whole check
   */
  Series series(UUID peerId, @Nullable CheckStage stage, Instant from, Instant to)
      throws SQLException {
    Series.Builder series = new Series.Builder();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.at, r.kind, r.cause, r."
                + column(stage)
                + FROM
                + "WHERE p.uuid=? AND r.at>=? AND r.at<? ORDER BY r.at")) {
      select.setBytes(1, ResultTable.bytes(peerId));
      select.setLong(2, Micros.of(from));
      select.setLong(3, Micros.of(to));
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          int outcome = found.getInt(2) & ~ResultTable.MARKED;
          if (outcome != CANCELLED) {
            series.add(
                found.getLong(1),
                found.getLong(4),
                outcome == Codes.of(Outcome.SUCCESS) ? Outcome.SUCCESS : Outcome.FAILURE,
                rows.cause(found.getLong(3)));
          }
        }
      }
    }
    return series.build();
  }

  private static String column(@Nullable CheckStage stage) {
    return stage == null
        ? "total"
        : switch (stage) {
          case RESOLVE -> "resolve";
          case CONNECT -> "connect";
          case TLS -> "tls";
          case ASSOCIATE -> "associate";
          case ECHO -> "echo";
          case RELEASE -> "release";
        };
  }

  /**
   * The hours of a peer that were summed up, put together to spans of some hours each.
   *
   * @param stage whose times are wanted; null: those of the whole check
   * @param together how many hours make one, from 1
   */
  List<Hour> hours(UUID peerId, @Nullable CheckStage stage, Instant from, Instant to, int together)
      throws SQLException {
    int index = stage == null ? TimesOfHour.TOTAL : Codes.of(stage);
    HourSpans spans = new HourSpans(index, together);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT h.hour, h.ok, h.failed, h.times FROM hour h JOIN peer p ON p.id = h.peer"
                + " WHERE p.uuid=? AND h.hour>=? AND h.hour<? ORDER BY h.hour")) {
      select.setBytes(1, ResultTable.bytes(peerId));
      select.setLong(2, Micros.hourOf(Micros.of(from)));
      select.setLong(3, Micros.hourOf(Micros.of(to) - 1) + 1);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          spans.add(found.getLong(1), found.getLong(2), found.getLong(3), found.getBytes(4));
        }
      }
    }
    return spans.finished();
  }

  /** Up to which moment hours were summed up. */
  Instant summedUpTo() throws SQLException {
    return Micros.moment(Meta.ROLLED.read(connection) * Micros.PER_HOUR);
  }

  /** The moment before which there are no single results any more, but hours. */
  Instant resultsFrom() throws SQLException {
    return Micros.moment(Meta.PRUNED.read(connection));
  }
}
