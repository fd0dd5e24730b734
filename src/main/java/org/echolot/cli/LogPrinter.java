package org.echolot.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.echolot.concurrent.Threads;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineFormat;

/**
 * Prints journal lines, on a thread of its own, so that whoever reads them and pauses stops
 * nothing: a bounded amount waits, and what comes then is left out and counted. A reader that is
 * only slow is waited for. Safe for use by any thread.
 */
final class LogPrinter implements Consumer<JournalLine>, AutoCloseable {

  /** How many characters may wait to be printed. */
  static final int MAX_WAITING_CHARACTERS = 2 << 20;

  /** A reader that takes nothing for so long has paused. */
  static final Duration PAUSED = Duration.ofSeconds(1);

  /** How long the end waits for a reader that takes nothing. */
  static final Duration LAST_PAUSE = Duration.ofSeconds(10);

  /** The same after a stop, all in all. */
  static final Duration LAST_PAUSE_AFTER_STOP = Duration.ofMillis(500);

  /** How many characters are handed over at a time. */
  private static final int BATCH = 16 * 1024;

  private static final Duration GLANCE = Duration.ofMillis(50);

  private final PrintStream to;
  private final BooleanSupplier isStopped;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<String> waiting = new ArrayDeque<>();
  private int characters;
  private int leftOut;
  private boolean printing;
  private boolean closed;
  private boolean abandoned;
  private long progressNanos = System.nanoTime();

  /**
   * @param isStopped whether the program is to end at once
   */
  LogPrinter(PrintStream to, BooleanSupplier isStopped) {
    this.to = to;
    this.isStopped = isStopped;
    Threads.startPlatform("log printer", this::printAll);
  }

  @Override
  public void accept(JournalLine line) {
    String text = LineFormat.text(line) + System.lineSeparator();
    lock.lock();
    try {
      if (closed || !hasRoomFor(text.length())) {
        leftOut++;
        return;
      }
      addLeftOut();
      add(text);
    } finally {
      lock.unlock();
    }
  }

  private void add(String text) {
    if (waiting.isEmpty() && !printing) {
      progressNanos = System.nanoTime();
    }
    waiting.add(text);
    characters += text.length();
    changed.signalAll();
  }

  private void addLeftOut() {
    if (leftOut > 0) {
      add(String.format(Locale.ROOT, "… %,d line%s left out%n", leftOut, leftOut == 1 ? "" : "s"));
      leftOut = 0;
    }
  }

  /** Waits for room while the reader takes something now and then. */
  private boolean hasRoomFor(int length) {
    try {
      while (characters + length > MAX_WAITING_CHARACTERS) {
        long patience = PAUSED.toNanos() - (System.nanoTime() - progressNanos);
        if (patience <= 0 || closed || isStopped.getAsBoolean()) {
          return false;
        }
        long _ = changed.awaitNanos(Math.min(patience, GLANCE.toNanos()));
      }
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void printAll() {
    for (String batch = next(); !batch.isEmpty(); batch = next()) {
      to.print(batch);
      to.flush();
      printed();
    }
  }

  /** Some lines; empty at the end of all. */
  private String next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      StringBuilder batch = new StringBuilder();
      while (!waiting.isEmpty() && batch.length() < BATCH && !abandoned) {
        batch.append(waiting.remove());
      }
      characters -= batch.length();
      printing = !batch.isEmpty();
      progressNanos = System.nanoTime();
      changed.signalAll();
      return batch.toString();
    } finally {
      lock.unlock();
    }
  }

  private void printed() {
    lock.lock();
    try {
      printing = false;
      progressNanos = System.nanoTime();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes no more lines, and waits until all are printed, or the reader has paused for too long.
   */
  @Override
  public void close() {
    long stoppedNanos = System.nanoTime();
    lock.lock();
    try {
      if (!closed) {
        addLeftOut();
        closed = true;
        changed.signalAll();
      }
      while (printing || !waiting.isEmpty()) {
        long now = System.nanoTime();
        long patience =
            isStopped.getAsBoolean()
                ? LAST_PAUSE_AFTER_STOP.toNanos() - (now - stoppedNanos)
                : LAST_PAUSE.toNanos() - (now - progressNanos);
        stoppedNanos = isStopped.getAsBoolean() ? stoppedNanos : now;
        if (patience <= 0) {
          abandoned = true;
          return;
        }
        long _ = changed.awaitNanos(Math.min(patience, GLANCE.toNanos()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      abandoned = true;
    } finally {
      lock.unlock();
    }
  }
}
