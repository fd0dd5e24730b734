package org.echolot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;

/**
 * Sums up hours that are over, from their results: always the whole hour, so that doing it twice
 * changes nothing. Used by one thread, with a connection of its own.
 */
final class HourTable {

  private static final int STAGES = CheckStage.values().length;

  private final Connection connection;
  private final TimesOfHour times = new TimesOfHour();

  HourTable(Connection connection) {
    this.connection = connection;
  }

  /** The IDs of all peers. */
  List<Long> peers() throws SQLException {
    List<Long> peers = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement("SELECT id FROM peer");
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        peers.add(found.getLong(1));
      }
    }
    return peers;
  }

  /** Sums up again the hours that were summed up before these results were written. */
  void correct(List<StoredResult> rows) throws SQLException {
    long rolled = Meta.ROLLED.read(connection);
    long first = Micros.hourOf(Meta.PRUNED.read(connection)) + 1;
    record Late(UUID peer, long hour) {}
    Set<Late> late = new HashSet<>();
    for (StoredResult row : rows) {
      long hour = Micros.hourOf(row.at());
      if (hour < rolled && hour >= first) {
        late.add(new Late(row.peerId(), hour));
      }
    }
    for (Late each : late) {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT id FROM peer WHERE uuid=?")) {
        select.setBytes(1, ResultTable.bytes(each.peer()));
        try (ResultSet found = select.executeQuery()) {
          if (found.next()) {
            sumUp(found.getLong(1), each.hour(), each.hour() + 1);
          }
        }
      }
    }
  }

  /**
   * Sums up the hours of a peer.
   *
   * @param from the first
   * @param to the one behind the last
   */
  void sumUp(long peer, long from, long to) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT at, kind, resolve, connect, tls, associate, echo, release, total, states"
                    + " FROM result WHERE peer=? AND at>=? AND at<? ORDER BY at");
        PreparedStatement insert =
            connection.prepareStatement("INSERT OR REPLACE INTO hour VALUES(?,?,?,?,?)")) {
      select.setLong(1, peer);
      select.setLong(2, from * Micros.PER_HOUR);
      select.setLong(3, to * Micros.PER_HOUR);
      insert.setLong(1, peer);
      try (ResultSet found = select.executeQuery()) {
        sumUp(found, insert);
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private void sumUp(ResultSet found, PreparedStatement insert) throws SQLException {
    long hour = Long.MIN_VALUE;
    int ok = 0;
    int failed = 0;
    times.reset();
    while (found.next()) {
      long next = Micros.hourOf(found.getLong(1));
      if (next != hour) {
        write(insert, hour, ok, failed);
        hour = next;
        ok = 0;
        failed = 0;
        times.reset();
      }
      int outcome = found.getInt(2) & ~ResultTable.MARKED;
      if (outcome == Codes.of(Outcome.SUCCESS)) {
        ok++;
        add(found);
      } else if (outcome == Codes.of(Outcome.FAILURE)) {
        failed++;
      }
    }
    write(insert, hour, ok, failed);
  }

  private void add(ResultSet found) throws SQLException {
    int states = found.getInt(10);
    for (int stage = 0; stage < STAGES; stage++) {
      if (StageTimes.isReached(states, stage)) {
        times.add(stage, found.getLong(3 + stage));
      }
    }
    times.add(TimesOfHour.TOTAL, found.getLong(9));
  }

  private void write(PreparedStatement insert, long hour, int ok, int failed) throws SQLException {
    if (ok + failed > 0) {
      insert.setLong(2, hour);
      insert.setInt(3, ok);
      insert.setInt(4, failed);
      insert.setBytes(5, times.bytes());
      insert.executeUpdate();
    }
  }
}
