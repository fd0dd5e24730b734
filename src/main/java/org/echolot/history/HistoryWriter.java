package org.echolot.history;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.echolot.check.CheckResult;
import org.echolot.concurrent.Threads;
import org.echolot.files.FileFaults;

/**
 * The one thread that writes the history: results in batches, so that a crash loses at most the
 * last second, and between them what keeps the database in order.
 */
final class HistoryWriter {

  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration GATHERING = Duration.ofMillis(300);

  /** How long the database is left alone after it could not be used. */
  private static final Duration REST = Duration.ofSeconds(30);

  private static final Duration BETWEEN_SPOOLS = Duration.ofMinutes(1);
  private static final String UNUSABLE = "unusable";
  private static final String LOST = "lost";

  private final Spool spool;
  private final OpenDatabase database;
  private final LastSuccesses lastSuccesses;
  private final Housekeeping housekeeping;
  private final Notices notices;

  private final WriterQueue queue = new WriterQueue();
  private final Queue<Runnable> errands = new LinkedBlockingQueue<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closed;
  private long restsUntilNanos = System.nanoTime();
  private long nextSpoolNanos = System.nanoTime();

  HistoryWriter(
      HistoryFolder folder,
      Housekeeping housekeeping,
      LastSuccesses lastSuccesses,
      Notices notices) {
    this.spool = new Spool(folder.spool());
    this.database = new OpenDatabase(folder.database(), notices);
    this.lastSuccesses = lastSuccesses;
    this.housekeeping = housekeeping;
    this.notices = notices;
  }

  void start() {
    Thread _ = Threads.startPlatform("history", this::run);
  }

  /** Takes a result to be written, and returns at once. */
  void add(CheckResult result) {
    queue.add(result);
  }

  /** Does something with the database when all that came before is written. */
  <T> CompletableFuture<T> call(OpenDatabase.Work<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    if (closed) {
      result.completeExceptionally(new IllegalStateException("the history is closed"));
      return result;
    }
    Runnable errand =
        () -> {
          try {
            result.complete(database.with(work));
          } catch (HistoryException e) {
            result.completeExceptionally(e);
          } catch (RuntimeException fault) {
            Threads.tellFault(fault);
            result.completeExceptionally(fault);
          }
        };
    errands.add(errand);
    queue.wake();
    if (ended.getCount() == 0 && errands.remove(errand)) {
      result.completeExceptionally(new IllegalStateException("the history is closed"));
    }
    return result;
  }

  /** Waits until the database was opened for the first time, and has what other programs left. */
  boolean awaitReady(Duration patience) {
    try {
      return ready.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Has all written that came before; waits for it for as long as {@code patience}. */
  boolean close(Duration patience) {
    closed = true;
    queue.wake();
    try {
      return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void run() {
    try {
      goingOn(this::takeSpoolIn);
      ready.countDown();
      while (!closed) {
        // What is to be done in parts goes on as long as no results come.
        List<CheckResult> batch =
            queue.next(housekeeping.isDue() && !rests() ? AT_ONCE : IDLE, GATHERING);
        goingOn(() -> write(batch));
        goingOn(this::round);
      }
      writeWaiting();
      goingOn(() -> writeLastSuccesses(true));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      ready.countDown();
      runErrands();
      database.close();
      ended.countDown();
    }
  }

  /** A fault of ours must not end the history: what comes later is kept all the same. */
  private void goingOn(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException fault) {
      rest(fault);
    }
  }

  private void write(List<CheckResult> batch) {
    List<StoredResult> rows = new ArrayList<>();
    for (CheckResult result : batch) {
      try {
        rows.add(StoredResult.of(result));
      } catch (RuntimeException fault) {
        Threads.tellFault(fault);
      }
    }
    if (!rows.isEmpty()) {
      write(rows, rests());
    }
    tellLost(queue.takeLost(), "more results came than could be written");
  }

  private void write(List<StoredResult> rows, boolean spoolOnly) {
    if (!spoolOnly) {
      try {
        takeIn(rows);
        notices.mended(UNUSABLE);
        return;
      } catch (HistoryException e) {
        rest(e);
      } catch (RuntimeException fault) {
        rest(fault);
      }
    }
    try {
      spool.append(rows);
    } catch (IOException e) {
      tellLost(rows.size(), FileFaults.words(e));
    }
  }

  private void takeIn(List<StoredResult> rows) throws HistoryException {
    boolean _ =
        database.with(
            writing -> {
              writing.results().write(rows);
              writing.hours().correct(rows);
              return true;
            });
  }

  private void tellLost(long count, String why) {
    if (count > 0) {
      notices.sayOnce(
          LOST, "Results were not kept in the history (" + count + " so far): " + why + ".");
    }
  }

  private boolean rests() {
    return System.nanoTime() - restsUntilNanos < 0;
  }

  private void rest(HistoryException e) {
    restsUntilNanos = System.nanoTime() + REST.toNanos();
    notices.sayOnce(
        UNUSABLE,
        "The history cannot be written: "
            + e.getMessage()
            + ". Checks go on, and their results are kept in a file until it can.");
  }

  private void rest(RuntimeException fault) {
    Threads.tellFault(fault);
    rest(new HistoryException("internal error: " + fault, fault));
  }

  /** An errand may come while others run: results that came before it are written first. */
  private void runErrands() {
    for (Runnable errand = errands.poll(); errand != null; errand = errands.poll()) {
      writeWaiting();
      errand.run();
    }
  }

  /** Writes what is in the queue now, and not for ever what comes meanwhile. */
  private void writeWaiting() {
    for (int left = WriterQueue.MOST; left > 0; ) {
      List<CheckResult> batch = queue.drained();
      if (batch.isEmpty()) {
        return;
      }
      goingOn(() -> write(batch));
      left -= batch.size();
    }
  }

  /** What is done between two batches; each time a part of it. */
  private void round() {
    runErrands();
    if (rests()) {
      return;
    }
    if (System.nanoTime() - nextSpoolNanos >= 0) {
      takeSpoolIn();
    }
    writeLastSuccesses(false);
    try {
      if (housekeeping.isDue()) {
        boolean _ = database.with(housekeeping::step);
      }
    } catch (HistoryException e) {
      rest(e);
    }
  }

  private void takeSpoolIn() {
    nextSpoolNanos = System.nanoTime() + BETWEEN_SPOOLS.toNanos();
    try {
      boolean _ = database.with(_ -> true);
      Spool.Taken taken = spool.takeInto(this::takeIn);
      if (taken.unread() > 0) {
        notices.sayOnce(
            "unread", taken.unread() + " results of the history could not be read, and are lost.");
      }
    } catch (HistoryException e) {
      rest(e);
    } catch (IOException e) {
      notices.sayOnce(
          "spool",
          "Results that wait for the history cannot be read: " + FileFaults.words(e) + ".");
    }
  }

  private void writeLastSuccesses(boolean all) {
    try {
      lastSuccesses.write(all);
    } catch (IOException e) {
      notices.sayOnce(
          "last", "When peers last answered cannot be kept: " + FileFaults.words(e) + ".");
    }
  }
}
