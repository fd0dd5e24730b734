package org.echolot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Single numbers that the database keeps about itself. */
enum Meta {
  /** The hour up to which hours are summed up, without it. */
  ROLLED,
  /** The moment before which results were deleted, in microseconds. */
  PRUNED,
  /** When old results were deleted last, by the clock, in microseconds. */
  CLOCK,
  /** When the clock was found far ahead of {@link #CLOCK}, in microseconds. */
  JUMP;

  /** The number; 0 where there is none. */
  long read(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT value FROM meta WHERE name=?")) {
      select.setString(1, name());
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? found.getLong(1) : 0;
      }
    }
  }

  void write(Connection connection, long value) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO meta VALUES(?,?)")) {
      insert.setString(1, name());
      insert.setLong(2, value);
      insert.executeUpdate();
    }
  }
}
