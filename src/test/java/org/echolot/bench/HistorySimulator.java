package org.echolot.bench;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.echolot.check.CheckResult;
import org.echolot.history.HistoryFolder;
import org.echolot.history.HistoryStore;
import org.echolot.history.Retention;

/**
 * Makes a history as many peers would have left it: times with a daily course, slow spells, single
 * losses and outages. The first results of each peer go the way of all results; the others are
 * written in bulk, with the facts of these.
 */
final class HistorySimulator {

  private final HistoryFolder folder;
  private final Random random;

  HistorySimulator(HistoryFolder folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /**
   * Fills the history.
   *
   * @param peers their IDs
   * @param examples what a peer's success and its failure look like, for each
   * @param each how many results of each peer
   * @param apart the time between two of them
   * @param end when the last was made
   */
  void fill(
      List<UUID> peers, List<List<CheckResult>> examples, int each, Duration apart, Instant end)
      throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    try (HistoryStore store = HistoryStore.open(folder, Retention.FOREVER, _ -> {})) {
      examples.forEach(pair -> pair.forEach(store::keep));
      store.flush().get(60, TimeUnit.SECONDS);
    }
    Path file = folder.folder().resolve("history.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA synchronous = OFF");
        statement.execute("PRAGMA cache_size = -200000");
      }
      connection.setAutoCommit(false);
      for (UUID peer : peers) {
        fill(connection, peer, each, apart, end);
        connection.commit();
      }
    }
  }

  private void fill(Connection connection, UUID peer, int each, Duration apart, Instant end)
      throws SQLException {
    long id;
    long goodFacts = 0;
    long badFacts = 0;
    long cause = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.peer, r.kind, r.facts, r.cause FROM result r JOIN peer p ON p.id = r.peer"
                + " WHERE p.uuid = ?")) {
      select.setBytes(1, bytes(peer));
      id = 0;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          id = rows.getLong(1);
          if ((rows.getInt(2) & 3) == 0) {
            goodFacts = rows.getLong(3);
          } else {
            badFacts = rows.getLong(3);
            cause = rows.getLong(4);
          }
        }
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO result VALUES(?,?,0,?,?,?,?,?,?,0,?,?,?,?,50000,?,"
                + "NULL,NULL,NULL)")) {
      double usual = 1_500 + random.nextInt(6_000);
      long at = micros(end) - each * (apart.toMillis() * 1_000);
      int down = 0;
      double slow = 1;
      for (int i = 0; i < each; i++) {
        at += apart.toMillis() * 1_000;
        down = down > 0 ? down - 1 : random.nextInt(20_000) == 0 ? 5 + random.nextInt(200) : 0;
        slow = random.nextInt(3_000) == 0 ? 1 + 4 * random.nextDouble() : 1 + (slow - 1) * 0.995;
        boolean failed = down > 0 || random.nextInt(1_500) == 0;
        double day = 1 + 0.5 * Math.sin(at / 86_400e6 * 2 * Math.PI);
        long base = (long) (usual * day * slow * Math.exp(random.nextGaussian() * 0.25));
        insert.setLong(1, id);
        insert.setLong(2, at + random.nextInt(1_000_000));
        insert.setInt(3, failed ? 1 : 0);
        if (failed) {
          insert.setLong(4, cause);
          insert.setInt(5, 1);
        } else {
          insert.setNull(4, Types.INTEGER);
          insert.setNull(5, Types.INTEGER);
        }
        insert.setInt(6, failed ? 0b1111_1111_1000 : 48);
        insert.setLong(7, 80 + random.nextInt(60));
        insert.setLong(8, base / 10);
        insert.setLong(9, failed ? 0 : base / 2);
        insert.setLong(10, failed ? 0 : base);
        insert.setLong(11, failed ? 0 : base / 8);
        insert.setLong(12, failed ? base / 10 : base * 7 / 4);
        insert.setLong(13, failed ? badFacts : goodFacts);
        insert.addBatch();
        if (i % 10_000 == 9_999) {
          int[] _ = insert.executeBatch();
        }
      }
      int[] _ = insert.executeBatch();
    }
  }

  private static long micros(Instant moment) {
    return moment.toEpochMilli() * 1_000;
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(16)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }
}
