package org.echolot.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history, by a connection of its own, which is opened when it is first needed. It waits
 * for the disk: not for use by the FX thread. Safe for use by any other; one query runs at a time.
 * What can't be read is as if it were not there, and that is told once.
 */
public final class HistoryReader implements RecentResults, AutoCloseable {

  private static final String UNREADABLE = "unreadable";

  /** A question to the database. */
  @FunctionalInterface
  private interface Query<T> {
    T ask(HistoryQueries queries, Connection connection) throws SQLException;
  }

  private final Path file;
  private final Notices notices;
  private final Runnable beforeFirst;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection connection;
  private @Nullable HistoryQueries queries;

  /**
   * @param beforeFirst waits until there is something to read
   */
  HistoryReader(Path file, Notices notices, Runnable beforeFirst) {
    this.file = file;
    this.notices = notices;
    this.beforeFirst = beforeFirst;
  }

  @Override
  public Map<UUID, List<ResultBrief>> recent(int most) {
    return ask(Map.of(), (q, _) -> q.recent(most));
  }

  @Override
  public Map<UUID, ResultBrief> lastBefore(Instant moment) {
    return ask(Map.of(), (q, _) -> q.lastBefore(moment));
  }

  @Override
  public Optional<CheckResult> last(UUID peerId) {
    return ask(Optional.empty(), (q, _) -> q.last(peerId));
  }

  /**
   * The last result of each peer that came to a TLS handshake.
   *
   * @param peers of which peers; null: of all
   */
  public List<CheckResult> lastOverTls(@Nullable Set<UUID> peers) {
    return ask(List.of(), (q, _) -> q.lastOverTls(peers));
  }

  /**
   * What watches told since a moment, the newest first.
   *
   * @param most so many at most
   */
  public List<KeptEvent> events(Instant since, int most) {
    return ask(List.of(), (_, c) -> EventTable.last(c, since, most));
  }

  /** The last success of a peer that began before a moment, with all that it said. */
  public Optional<CheckResult> lastSuccess(UUID peerId, Instant before) {
    return ask(Optional.empty(), (q, _) -> q.lastSuccess(peerId, before));
  }

  /** The last results of a peer, whole, oldest first; those that were stopped too. */
  public List<CheckResult> lastResults(UUID peerId, int most) {
    return ask(List.of(), (q, _) -> q.lastResults(peerId, most));
  }

  /**
   * Gives the results of a span of time, oldest first, as they are read.
   *
   * @param peers of which peers; null: of all
   * @param sink says false when it wants no more
   * @return whether they could be read
   */
  public boolean results(
      @Nullable Set<UUID> peers, Instant from, Instant to, Predicate<CheckResult> sink) {
    return ask(
        false,
        (q, _) -> {
          q.results(peers, from, to, sink);
          return true;
        });
  }

  /**
   * The last calls of our listener in a span of time, oldest first.
   *
   * @param peers of which peers and strangers; null: of all
   * @param most the most that are read
   */
  public List<KeptCall> calls(@Nullable Set<UUID> peers, Instant from, Instant to, int most) {
    return ask(List.of(), (_, c) -> new CallTable(c).read(peers, from, to, most));
  }

  /**
   * The single results of a peer as points.
   *
   * @param stage whose times are wanted; null: those of the whole check
   */
  public Series series(UUID peerId, @Nullable CheckStage stage, Instant from, Instant to) {
    return ask(Series.EMPTY, (q, _) -> q.series(peerId, stage, from, to));
  }

  /**
   * The hours of a peer, put together to spans of some hours each; hours that are not over yet, or
   * were not summed up yet, are missing.
   *
   * @param stage whose times are wanted; null: those of the whole check
   * @param together how many hours make one span, from 1
   */
  public List<Hour> hours(
      UUID peerId, @Nullable CheckStage stage, Instant from, Instant to, int together) {
    return ask(List.of(), (q, _) -> q.hours(peerId, stage, from, to, together));
  }

  /** The moment up to which {@link #hours} has all: single results tell what came after. */
  public Instant summedUpTo() {
    return ask(Instant.EPOCH, (q, _) -> q.summedUpTo());
  }

  /**
   * The figures of a span of time; null where nothing can be read.
   *
   * @param stage whose times are wanted; null: those of the whole check
   */
  public @Nullable Figures figures(
      UUID peerId, @Nullable CheckStage stage, Instant from, Instant to) {
    return this.<@Nullable Figures>ask(
        null, (q, c) -> new FiguresSum(q, peerId, stage).of(c, from, to));
  }

  private <T extends @Nullable Object> T ask(T none, Query<T> query) {
    beforeFirst.run();
    lock.lock();
    try {
      if (!Files.exists(file)) {
        return none;
      }
      Connection here = connection;
      if (here == null) {
        here = Database.open(file);
        connection = here;
        queries = new HistoryQueries(here);
      }
      return query.ask(Objects.requireNonNull(queries), here);
    } catch (SQLException e) {
      return unread(none, new HistoryException(e));
    } catch (HistoryException e) {
      return unread(none, e);
    } finally {
      lock.unlock();
    }
  }

  private <T extends @Nullable Object> T unread(T none, HistoryException e) {
    closeConnection();
    notices.sayOnce(UNREADABLE, "The history cannot be read: " + e.getMessage() + ".");
    return none;
  }

  private void closeConnection() {
    Database.close(connection);
    connection = null;
    queries = null;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closeConnection();
    } finally {
      lock.unlock();
    }
  }
}
