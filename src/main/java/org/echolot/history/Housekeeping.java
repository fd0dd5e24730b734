package org.echolot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Sums up hours that are over, and deletes what is older than is to be kept: of one peer at a time,
 * so that results are written between. Used by one thread.
 */
final class Housekeeping {

  private static final Duration BETWEEN = Duration.ofMinutes(5);

  /** Results of an hour may still be on their way when it is over. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private static final Duration DAY = Duration.ofDays(1);

  /** A clock that is further ahead than that of the last time may be wrong. */
  private static final Duration JUMP = Duration.ofDays(3);

  /** A clock that is still there after so long is believed. */
  private static final Duration DOUBT = Duration.ofHours(20);

  /** Part of what there is to do. */
  @FunctionalInterface
  private interface Part {
    void with(OpenDatabase.Writing writing) throws SQLException;
  }

  private final Retention retention;
  private final LastSuccesses lastSuccesses;
  private final InstantSource clock;
  private final Queue<Part> parts = new ArrayDeque<>();
  private long dueNanos = System.nanoTime();

  Housekeeping(Retention retention, LastSuccesses lastSuccesses, InstantSource clock) {
    this.retention = retention;
    this.lastSuccesses = lastSuccesses;
    this.clock = clock;
  }

  /** Whether there is something to do. */
  boolean isDue() {
    return !parts.isEmpty() || System.nanoTime() - dueNanos >= 0;
  }

  /**
   * Does a part of it.
   *
   * @return true
   */
  boolean step(OpenDatabase.Writing writing) throws SQLException {
    if (parts.isEmpty()) {
      dueNanos = System.nanoTime() + BETWEEN.toNanos();
      planHours(writing);
      planDeletion(writing);
    } else {
      Part part = parts.element();
      part.with(writing);
      parts.remove();
    }
    return true;
  }

  private void planHours(OpenDatabase.Writing writing) throws SQLException {
    long to = Micros.hourOf(Micros.of(clock.instant().minus(GRACE)));
    long rolled = Meta.ROLLED.read(writing.connection());
    if (rolled > to) {
      Meta.ROLLED.write(writing.connection(), to); // the clock went back
    } else if (rolled < to) {
      for (long peer : writing.hours().peers()) {
        parts.add(w -> w.hours().sumUp(peer, rolled, to));
      }
      parts.add(w -> Meta.ROLLED.write(w.connection(), to));
    }
  }

  private void planDeletion(OpenDatabase.Writing writing) throws SQLException {
    Instant now = clock.instant();
    if (!isBelieved(writing.connection(), now)) {
      return;
    }
    long results = Micros.of(now.minus(retention.results()));
    long hours = Micros.hourOf(Micros.of(now.minus(retention.hours())));
    for (long peer : writing.hours().peers()) {
      parts.add(
          w -> {
            delete(w.connection(), "DELETE FROM result WHERE peer=? AND at<?", peer, results);
            delete(w.connection(), "DELETE FROM call WHERE peer=? AND at<?", peer, results);
            delete(w.connection(), "DELETE FROM hour WHERE peer=? AND hour<?", peer, hours);
          });
    }
    parts.add(
        w -> {
          deleteFacts(w.connection(), now.minus(retention.results()));
          EventTable.deleteOlder(w.connection(), results);
          Meta.PRUNED.write(w.connection(), results);
          lastSuccesses.deleteOlder(now.minus(retention.hours()));
        });
  }

  /**
   * Whether a day has passed since the last deletion, and the clock can be believed: one that was
   * set years ahead by mistake must not cost the whole history.
   */
  private static boolean isBelieved(Connection connection, Instant now) throws SQLException {
    long here = Micros.of(now);
    long last = Meta.CLOCK.read(connection);
    long ahead = here - last;
    if (last != 0 && ahead >= 0 && ahead < Micros.of(DAY)) {
      return false;
    }
    if (last != 0 && ahead > Micros.of(JUMP)) {
      long since = here - Meta.JUMP.read(connection);
      if (since < 0 || since > Micros.of(JUMP)) {
        Meta.JUMP.write(connection, here);
        return false;
      }
      if (since < Micros.of(DOUBT)) {
        return false;
      }
    }
    Meta.CLOCK.write(connection, here);
    return last != 0 && ahead > 0;
  }

  private static void delete(Connection connection, String sql, long peer, long before)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, peer);
      statement.setLong(2, before);
      statement.executeUpdate();
    }
  }

  /** Their last day of use is known; and space that became free goes back to the system. */
  private static void deleteFacts(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM facts WHERE used<?")) {
      statement.setLong(1, before.getEpochSecond() / DAY.toSeconds() - 1);
      statement.executeUpdate();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA incremental_vacuum(4000)");
    }
  }
}
