package org.echolot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What watches told. Used by one thread at a time, with one connection. */
final class EventTable {

  private EventTable() {}

  static void add(Connection connection, KeptEvent event) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO event(at, kind, peer, name, cause, text) VALUES(?,?,?,?,?,?)")) {
      insert.setLong(1, Micros.of(event.at()));
      insert.setString(2, event.kind());
      if (event.peerId() == null) {
        insert.setNull(3, Types.BLOB);
      } else {
        insert.setBytes(3, ResultTable.bytes(event.peerId()));
      }
      insert.setString(4, event.peer());
      insert.setString(5, event.cause());
      insert.setString(6, event.text());
      insert.executeUpdate();
    }
  }

  /** The last ones since a moment, the newest first. */
  static List<KeptEvent> last(Connection connection, Instant since, int most) throws SQLException {
    List<KeptEvent> events = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT at, kind, peer, name, cause, text FROM event WHERE at>=?"
                + " ORDER BY at DESC, id DESC LIMIT ?")) {
      select.setLong(1, Micros.of(since));
      select.setInt(2, most);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          byte[] peer = found.getBytes(3);
          events.add(
              new KeptEvent(
                  Micros.moment(found.getLong(1)),
                  found.getString(2),
                  peer == null ? null : ResultTable.uuid(peer),
                  found.getString(4),
                  found.getString(5),
                  found.getString(6)));
        }
      }
    }
    return events;
  }

  static void forget(Connection connection, UUID peerId) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM event WHERE peer=?")) {
      delete.setBytes(1, ResultTable.bytes(peerId));
      delete.executeUpdate();
    }
  }

  static void deleteOlder(Connection connection, long micros) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM event WHERE at<?")) {
      delete.setLong(1, micros);
      delete.executeUpdate();
    }
  }
}
