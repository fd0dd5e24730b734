package org.echolot.history;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.echolot.check.CheckResult;
import org.echolot.concurrent.Threads;
import org.echolot.files.FileFaults;
import org.jspecify.annotations.Nullable;

/**
 * The history of a command that ends soon. To open the database costs more than such a command
 * takes, so its results are appended to a file, after they were told, and the next program that
 * opens the database takes them in. Safe for use by any thread.
 */
public final class SpoolHistory implements History {

  /** A command that goes on for longer writes what it has. */
  private static final Duration EACH = Duration.ofMillis(800);

  /** When so much waits, it is time that somebody takes it in. */
  private static final long MUCH = 4L << 20;

  private static final int MOST_WAITING = 20_000;

  private final HistoryFolder folder;
  private final Spool spool;
  private final LastSuccesses lastSuccesses;
  private final Notices notices;
  private final List<CheckResult> waiting = new ArrayList<>();
  private long lost;
  private boolean closed;
  private boolean runs;

  /**
   * @param tell takes sentences about what is wrong, on any thread
   */
  public SpoolHistory(HistoryFolder folder, Consumer<String> tell) {
    this.folder = folder;
    this.spool = new Spool(folder.spool());
    this.lastSuccesses = new LastSuccesses(folder.lastSuccesses());
    this.notices = new Notices(tell);
  }

  @Override
  public @Nullable LastSuccess lastSuccess(UUID peerId) {
    return lastSuccesses.get(peerId);
  }

  @Override
  public void keep(CheckResult result) {
    lastSuccesses.ended(result);
    synchronized (this) {
      if (waiting.size() < MOST_WAITING) {
        waiting.add(result);
      } else {
        lost++;
      }
      if (!runs) {
        runs = true;
        // The first virtual thread of a process costs more than all that a check does.
        Thread _ = Threads.startPlatform("history", this::writeNowAndThen);
      }
    }
  }

  private void writeNowAndThen() {
    try {
      Runnable writing =
          Threads.shielded(() -> write(isQuiet() && lastSuccesses.isMuchUnwritten()));
      while (pause()) {
        writing.run();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits; says false when there is nothing more to wait for. */
  private synchronized boolean pause() throws InterruptedException {
    long end = System.nanoTime() + EACH.toNanos();
    for (long left = EACH.toMillis(); !closed && left > 0; ) {
      wait(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
    return !closed;
  }

  /** Whether no check ended since the last look: it is a good time for what can wait. */
  private synchronized boolean isQuiet() {
    return waiting.isEmpty();
  }

  /**
   * @param all also what can wait
   */
  private void write(boolean all) {
    List<CheckResult> results;
    long missing;
    synchronized (this) {
      results = List.copyOf(waiting);
      waiting.clear();
      missing = lost;
    }
    if (missing > 0) {
      notices.sayOnce(
          "lost", "Some results are not in the history: more came than could be written.");
    }
    List<StoredResult> rows = new ArrayList<>();
    for (CheckResult result : results) {
      try {
        rows.add(StoredResult.of(result));
      } catch (RuntimeException fault) {
        Threads.tellFault(fault);
      }
    }
    try {
      if (!rows.isEmpty()) {
        spool.append(rows);
      }
      lastSuccesses.write(all);
    } catch (IOException e) {
      notices.sayOnce(
          "spool", "The results are not kept in the history: " + FileFaults.words(e) + ".");
    }
  }

  /** Writes what is left. Where very much waits to be taken in, it is taken in. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      notifyAll();
    }
    write(true);
    if (spool.size() > MUCH) {
      // Opening takes in what waits; where it can't, that was told when it was appended.
      HistoryStore store =
          HistoryStore.open(folder, Retention.FOREVER, InstantSource.system(), _ -> {});
      store.close();
    }
  }
}
