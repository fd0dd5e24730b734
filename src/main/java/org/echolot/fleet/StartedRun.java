package org.echolot.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.LineSource;
import org.jspecify.annotations.Nullable;

/** Counts the checks of one run as they end, and tells its listener, holding no lock. */
final class StartedRun implements FleetRun {

  private final CheckQueue turns;
  private final Journal journal;
  private final FleetListener listener;
  // A check counts as told when its listener returned, so that the end of the run comes last.
  private final AtomicInteger told = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile List<FleetCheck> checks = List.of();

  StartedRun(CheckQueue turns, Journal journal, FleetListener listener) {
    this.turns = turns;
    this.journal = journal;
    this.listener = listener;
  }

  /** Called once, before the run is handed out. */
  void begin(List<FleetCheck> all) {
    checks = all;
    if (all.isEmpty()) {
      endRun();
    } else {
      turns.enqueue(all);
    }
  }

  @Override
  public void stop() {
    stop(checks);
  }

  @Override
  public void stop(UUID peerId) {
    stop(checks.stream().filter(check -> check.request().peerId().equals(peerId)).toList());
  }

  private void stop(List<FleetCheck> some) {
    // Those that wait go first, or each that is stopped would give its place to one of them.
    List<FleetCheck> withdrawn = turns.withdraw(some);
    Set<FleetCheck> waited = new HashSet<>(withdrawn);
    // A last word to a peer that does not read takes a moment; who stops a run does not wait for
    // it.
    some.stream()
        .filter(check -> !waited.contains(check))
        .forEach(check -> turns.soon(check::stop));
    withdrawn.forEach(FleetCheck::cancel);
  }

  @Override
  public boolean isDone() {
    return over.getCount() == 0;
  }

  @Override
  public void await() throws InterruptedException {
    over.await();
  }

  /** A check has begun to wait for its connection. */
  void waitsForConnection(FleetCheck check) {
    turns.lend(check);
  }

  /** A check has its connection; returns when it may go on. */
  void connected(FleetCheck check, StopSignal stop) {
    turns.takeBack(check, stop);
  }

  /**
   * A check that ran has ended; its place is given on when the listener knows.
   *
   * @param ended null: not even that could be said
   */
  void ran(FleetCheck check, @Nullable CheckEnded ended) {
    if (ended != null) {
      tellEnd(ended);
    }
    turns.done(check);
    count();
  }

  /** A check ended that held no place. */
  void cancelled(CheckEnded ended) {
    tellEnd(ended);
    count();
  }

  private void tellEnd(CheckEnded ended) {
    tell(l -> l.checkEnded(ended));
  }

  private void count() {
    if (told.incrementAndGet() == checks.size()) {
      endRun();
    }
  }

  private void endRun() {
    tell(FleetListener::runEnded);
    over.countDown();
  }

  /** Tells the listener; whatever it throws is reported and harms nothing. */
  void tell(Consumer<FleetListener> what) {
    try {
      what.accept(listener);
    } catch (RuntimeException | Error fault) {
      report("listener of a run of checks", fault);
    }
  }

  void report(String who, Throwable fault) {
    Threads.tellFault(fault);
    try {
      journal.write(
          JournalLine.info(
              LineSource.PROGRAM, Tone.BAD, "Internal error: a " + who + ": " + fault));
    } catch (RuntimeException _) {
      // A reader of the journal throws, and there is nowhere left to say so.
    }
  }
}
