package org.echolot.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.echolot.check.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * The history of a program that runs for long: results go into the database as they come, in
 * batches of a second at most, by a thread of its own. Safe for use by any thread.
 *
 * <p>Whatever goes wrong with it, checks go on: a database that is broken is kept aside under a
 * dated name and a new one begun; where one is locked, made by a newer Echolot, or can't be
 * written, results are appended to a file that the next Echolot takes in; what can't be kept at all
 * is counted. Each of it is told once.
 */
public final class HistoryStore implements History {

  /** How long a program that ends waits for the last results. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  /** How long the first reader waits for the database to be opened. */
  private static final Duration OPENING = Duration.ofSeconds(5);

  static final int MOST_CALLS_WAITING = 1_000;

  /** Those that are to be written. Guarded by itself. */
  private final List<KeptCall> calls = new ArrayList<>();

  private final Notices notices;
  private final LastSuccesses lastSuccesses;
  private final HistoryWriter writer;
  private final HistoryReader reader;

  private HistoryStore(
      HistoryFolder folder, Retention retention, InstantSource clock, Consumer<String> tell) {
    this.notices = new Notices(tell);
    this.lastSuccesses = new LastSuccesses(folder.lastSuccesses());
    this.writer =
        new HistoryWriter(
            folder, new Housekeeping(retention, lastSuccesses, clock), lastSuccesses, notices);
    this.reader = new HistoryReader(folder.database(), notices, () -> writer.awaitReady(OPENING));
  }

  /**
   * Opens the history, by another thread, and returns at once.
   *
   * @param tell takes sentences about what is wrong with it, on any thread
   */
  public static HistoryStore open(
      HistoryFolder folder, Retention retention, Consumer<String> tell) {
    return open(folder, retention, InstantSource.system(), tell);
  }

  static HistoryStore open(
      HistoryFolder folder, Retention retention, InstantSource clock, Consumer<String> tell) {
    HistoryStore store = new HistoryStore(folder, retention, clock, tell);
    store.writer.start();
    return store;
  }

  @Override
  public @Nullable LastSuccess lastSuccess(UUID peerId) {
    return lastSuccesses.get(peerId);
  }

  @Override
  public void keep(CheckResult result) {
    lastSuccesses.ended(result);
    writer.add(result);
  }

  /**
   * Keeps a call of our listener. Returns at once; where the database can't be written, or more
   * come than can be, it is not kept, and that is told once.
   */
  public void keep(KeptCall call) {
    boolean first;
    synchronized (calls) {
      if (calls.size() >= MOST_CALLS_WAITING) {
        notices.sayOnce("calls", "Some calls are not in the history: too many came at once.");
        return;
      }
      first = calls.isEmpty();
      calls.add(call);
    }
    if (first) {
      var _ = writer.call(this::writeCalls).exceptionally(this::tellUnkept);
    }
  }

  private boolean writeCalls(OpenDatabase.Writing writing) throws SQLException {
    List<KeptCall> waiting;
    synchronized (calls) {
      waiting = List.copyOf(calls);
      calls.clear();
    }
    new CallTable(writing.connection()).write(waiting);
    return true;
  }

  private boolean tellUnkept(Throwable fault) {
    synchronized (calls) {
      calls.clear();
    }
    notices.sayOnce("calls", "Calls were not kept in the history: " + fault.getMessage() + ".");
    return false;
  }

  @Override
  public void keep(KeptEvent event) {
    var _ =
        writer
            .call(
                writing -> {
                  EventTable.add(writing.connection(), event);
                  return true;
                })
            .exceptionally(_ -> false); // what is wrong with the database is told for results
  }

  /** Reads what was kept. */
  public HistoryReader reader() {
    return reader;
  }

  /** Has all written that was kept until now. */
  public CompletableFuture<Boolean> flush() {
    return writer.call(_ -> true);
  }

  /**
   * Deletes all that is known of a peer.
   *
   * @return is done when it is deleted, and fails where it can't be
   */
  public CompletableFuture<Boolean> forget(UUID peerId) {
    return writer.call(
        writing -> {
          forget(writing.connection(), peerId);
          try {
            lastSuccesses.forget(peerId);
          } catch (IOException e) {
            throw new SQLException(e);
          }
          return true;
        });
  }

  /**
   * The same, and waits for it.
   *
   * @return whether it was deleted; why not was told
   */
  public boolean forgetNow(UUID peerId) {
    try {
      return forget(peerId).get(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      notices.say("The history of a peer was not deleted: " + e.getMessage() + ".");
      return false;
    }
  }

  /** The same, without waiting; what goes wrong is told. */
  public void forgetSoon(UUID peerId) {
    var _ =
        forget(peerId)
            .whenComplete(
                (_, fault) -> {
                  if (fault != null) {
                    notices.say(
                        "The history of a peer was not deleted: " + fault.getMessage() + ".");
                  }
                });
  }

  /** Its row stays, for results of another program that are on their way. */
  private static void forget(Connection connection, UUID peerId) throws SQLException {
    EventTable.forget(connection, peerId);
    for (String table : new String[] {"result", "hour", "call"}) {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "DELETE FROM " + table + " WHERE peer = (SELECT id FROM peer WHERE uuid=?)")) {
        delete.setBytes(1, ResultTable.bytes(peerId));
        delete.executeUpdate();
      }
    }
  }

  /** Has the last results written, and closes the database. */
  @Override
  public void close() {
    boolean _ = writer.close(LAST_WORDS);
    reader.close();
  }
}
