package org.echolot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes and reads calls of our listener. Used by one thread at a time, with one connection. */
final class CallTable {

  /** Two calls of a peer may begin in the same microsecond. */
  private static final int MOST_TRIES = 100;

  private static final String COLUMNS =
      "p.uuid, c.at, c.zone, c.name, c.sender, c.calling, c.called, c.implementation, c.fate,"
          + " c.summary, c.total";

  private final Connection connection;

  CallTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * Writes calls, all or none.
   *
   * @throws SQLException if they can't be written
   */
  void write(List<KeptCall> calls) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (KeptCall call : calls) {
        write(call);
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private void write(KeptCall call) throws SQLException {
    try (PreparedStatement peer =
            connection.prepareStatement("INSERT INTO peer(uuid) VALUES(?) ON CONFLICT DO NOTHING");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO call(peer, at, zone, name, sender, calling, called, implementation,"
                    + " fate, summary, total) SELECT id,?,?,?,?,?,?,?,?,?,? FROM peer WHERE uuid=?"
                    + " ON CONFLICT DO NOTHING")) {
      peer.setBytes(1, ResultTable.bytes(call.peerId()));
      peer.executeUpdate();
      insert.setInt(2, call.startedAt().getOffset().getTotalSeconds());
      insert.setString(3, call.name());
      insert.setString(4, call.from());
      insert.setString(5, call.callingAe());
      insert.setString(6, call.calledAe());
      insert.setString(7, call.implementation());
      insert.setString(8, call.fate());
      insert.setString(9, call.summary());
      insert.setLong(10, Micros.of(call.total()));
      insert.setBytes(11, ResultTable.bytes(call.peerId()));
      long at = Micros.of(call.startedAt().toInstant());
      for (int i = 0; i < MOST_TRIES; i++) {
        insert.setLong(1, at + i);
        if (insert.executeUpdate() > 0) {
          return;
        }
      }
    }
  }

  /**
   * The last calls of a span of time, oldest first.
   *
   * @param peers of which peers and strangers; null: of all
   * @param most the most that are read
   */
  List<KeptCall> read(@Nullable Set<UUID> peers, Instant from, Instant to, int most)
      throws SQLException {
    List<KeptCall> calls = new ArrayList<>();
    String whose =
        peers == null
            ? ""
            : "p.uuid IN (" + String.join(",", peers.stream().map(_ -> "?").toList()) + ") AND ";
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM call c JOIN peer p ON p.id = c.peer WHERE "
                + whose
                + "c.at>=? AND c.at<? ORDER BY c.at DESC LIMIT ?")) {
      int index = 1;
      for (UUID peer : peers == null ? Set.<UUID>of() : peers) {
        select.setBytes(index++, ResultTable.bytes(peer));
      }
      select.setLong(index++, Micros.of(from));
      select.setLong(index++, Micros.of(to));
      select.setInt(index, most);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          calls.add(call(found));
        }
      }
    }
    return calls.reversed();
  }

  private static KeptCall call(ResultSet row) throws SQLException {
    return new KeptCall(
        ResultTable.uuid(row.getBytes(1)),
        Micros.moment(row.getLong(2)).atOffset(ZoneOffset.ofTotalSeconds(row.getInt(3))),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        Micros.span(row.getLong(11)));
  }
}
