package org.echolot.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.echolot.check.CheckStage;
import org.jspecify.annotations.Nullable;

/** Writes results. Used by one thread, with a connection of its own. */
final class ResultTable {

  private static final int HASH_BYTES = 16;
  private static final int MOST_FACTS_KNOWN = 8_000;

  /** Two checks of a peer may begin in the same microsecond, by two programs. */
  private static final int MOST_TRIES = 1_000;

  static final int MARKED = 4;

  private static final CheckStage[] STAGES = CheckStage.values();

  private final Connection connection;
  private final Map<UUID, Long> peers = new HashMap<>();
  private final Map<String, Long> words = new HashMap<>();
  private final Map<ByteBuffer, Long> facts = new LinkedHashMap<>(16, 0.75f, true);

  /** The day on which what is known of facts was written; they are told once a day of their use. */
  private long factsDay;

  ResultTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * Writes results, all or none. One that is there already, as after a crash, is written once.
   *
   * @throws SQLException if they can't be written
   */
  void write(List<StoredResult> rows) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO result VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO"
                + " NOTHING")) {
      for (StoredResult row : rows) {
        write(insert, row);
      }
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      forget();
      throw e;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** What was learned in a transaction that failed is not in the database. */
  void forget() {
    peers.clear();
    words.clear();
    facts.clear();
  }

  private void write(PreparedStatement insert, StoredResult row) throws SQLException {
    long peer = peer(row.peerId());
    long factsId = factsId(row.facts());
    insert.setLong(1, peer);
    insert.setInt(3, row.offsetSeconds());
    insert.setInt(4, Codes.of(row.outcome()) | (row.marked() ? MARKED : 0));
    set(insert, 5, row.cause() == null ? null : word(row.cause().name()));
    set(insert, 6, row.stage() == null ? null : (long) Codes.of(row.stage()));
    insert.setInt(7, row.times().packedStates());
    for (CheckStage stage : STAGES) {
      insert.setLong(8 + Codes.of(stage), row.times().micros(stage));
    }
    insert.setLong(14, row.totalMicros());
    insert.setInt(15, row.localPort());
    insert.setLong(16, factsId);
    Way way = row.way();
    set(insert, 17, way == null ? null : way.roundTripMicros());
    set(insert, 18, way == null ? null : (long) way.retransmissions());
    set(insert, 19, way == null ? null : (long) way.unacknowledged());
    for (int i = 0; i < MOST_TRIES; i++) {
      insert.setLong(2, row.at() + i);
      if (insert.executeUpdate() > 0 || isThere(peer, row.at() + i, row, factsId)) {
        return;
      }
    }
  }

  private static void set(PreparedStatement statement, int index, @Nullable Long value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.INTEGER);
    } else {
      statement.setLong(index, value);
    }
  }

  private boolean isThere(long peer, long at, StoredResult row, long factsId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM result WHERE peer=? AND at=? AND facts=? AND total=? AND port=?")) {
      select.setLong(1, peer);
      select.setLong(2, at);
      select.setLong(3, factsId);
      select.setLong(4, row.totalMicros());
      select.setInt(5, row.localPort());
      try (ResultSet found = select.executeQuery()) {
        return found.next();
      }
    }
  }

  private long peer(UUID uuid) throws SQLException {
    Long known = peers.get(uuid);
    if (known == null) {
      known = interned("peer", "uuid", bytes(uuid));
      peers.put(uuid, known);
    }
    return known;
  }

  static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  static UUID uuid(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  private long word(String text) throws SQLException {
    Long known = words.get(text);
    if (known == null) {
      known = interned("word", "text", text);
      words.put(text, known);
    }
    return known;
  }

  /** The ID of the row that has {@code value}, which is made where it is missing. */
  private long interned(String table, String column, Object value) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO " + table + "(" + column + ") VALUES(?) ON CONFLICT DO NOTHING");
        PreparedStatement select =
            connection.prepareStatement("SELECT id FROM " + table + " WHERE " + column + "=?")) {
      insert.setObject(1, value);
      insert.executeUpdate();
      select.setObject(1, value);
      return theNumber(select);
    }
  }

  private static long theNumber(PreparedStatement select) throws SQLException {
    try (ResultSet found = select.executeQuery()) {
      if (!found.next()) {
        throw new SQLException("what was written is not there");
      }
      return found.getLong(1);
    }
  }

  private long factsId(String text) throws SQLException {
    long today = today();
    if (today != factsDay) {
      facts.clear();
      factsDay = today;
    }
    byte[] hash = hash(text);
    ByteBuffer key = ByteBuffer.wrap(hash);
    Long known = facts.get(key);
    if (known == null) {
      known = factsId(hash, text, today);
      facts.put(key, known);
      if (facts.size() > MOST_FACTS_KNOWN) {
        facts.remove(facts.keySet().iterator().next());
      }
    }
    return known;
  }

  private long factsId(byte[] hash, String text, long today) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO facts(hash, used, text) VALUES(?,?,?)"
                    + " ON CONFLICT(hash) DO UPDATE SET used=max(used, excluded.used)");
        PreparedStatement select =
            connection.prepareStatement("SELECT id FROM facts WHERE hash=?")) {
      insert.setBytes(1, hash);
      insert.setLong(2, today);
      insert.setString(3, text);
      insert.executeUpdate();
      select.setBytes(1, hash);
      return theNumber(select);
    }
  }

  private static long today() {
    return Instant.now().getEpochSecond() / Duration.ofDays(1).toSeconds();
  }

  private static byte[] hash(String text) {
    try {
      return Arrays.copyOf(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)),
          HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java has SHA-256", e);
    }
  }
}
