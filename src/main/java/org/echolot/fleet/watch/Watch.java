package org.echolot.fleet.watch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.echolot.check.CheckRequest;
import org.echolot.check.Outcome;
import org.echolot.concurrent.Stamp;
import org.echolot.concurrent.Threads;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.FleetRun;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * Checks peers at intervals until it is closed. Safe for use by any thread; no call blocks. When
 * checks are due goes by the monotonic clock, so that neither sleep nor a clock that is set makes a
 * flood of them.
 */
public final class Watch implements AutoCloseable {

  /** How often this computer's addresses are looked at. */
  private static final Duration GLANCE = Duration.ofSeconds(10);

  /** Checks that are due within this time begin together. */
  private static final Duration GRAIN = Duration.ofMillis(20);

  private final Fleet fleet;
  private final OwnLine line;
  private final WatchListener listener;
  private final Supplier<Stamp> clock;
  private final Supplier<List<InetAddress>> addresses;
  private final ScheduledExecutorService scheduler = Threads.newScheduler("watch");

  private final Object lock = new Object();
  private final WatchBoard board;
  private final List<FleetRun> running = new ArrayList<>();
  private @Nullable ScheduledFuture<?> next;
  private Set<InetAddress> seenAddresses;
  private boolean closed;

  /** So that events come in order, though nothing is told while the lock is held. */
  private final Object telling = new Object();

  /** Watches nobody yet. */
  public Watch(Fleet fleet, OwnLine line, WatchListener listener) {
    this(fleet, line, listener, Pace.of(RandomGenerator.getDefault()), Stamp::now, Origin::ours);
  }

  Watch(
      Fleet fleet,
      OwnLine line,
      WatchListener listener,
      Pace pace,
      Supplier<Stamp> clock,
      Supplier<List<InetAddress>> addresses) {
    this.fleet = fleet;
    this.line = line;
    this.listener = listener;
    this.clock = clock;
    this.addresses = addresses;
    this.board = new WatchBoard(pace);
    this.seenAddresses = Set.copyOf(addresses.get());
    ScheduledFuture<?> _ =
        scheduler.scheduleWithFixedDelay(
            Threads.shielded(this::glance),
            GLANCE.toNanos(),
            GLANCE.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /**
   * Watches these and no others. A peer that is reached as before keeps its state, whatever it is
   * called now; a check of one that is not is left to end, and counts for nothing.
   */
  public void watch(List<Watched> all) {
    synchronized (lock) {
      board.watch(all, clock.get());
      plan();
    }
    tell();
  }

  /**
   * Begins no checks until it is called again; those that run end. How each peer stands is kept.
   * Afterwards all are checked soon, one after the other.
   */
  public void pause(boolean on) {
    synchronized (lock) {
      board.pause(on, clock.get());
      plan();
    }
  }

  /** How each peer stands, in the order in which they are watched. */
  public List<Standing> standings() {
    synchronized (lock) {
      return board.standings();
    }
  }

  /** What happened, the oldest first; the last thousand. */
  public List<WatchEvent> events() {
    synchronized (lock) {
      return board.events();
    }
  }

  /** What is wrong with this computer's own network; null: nothing is known to be. */
  public @Nullable LineFault lineFault() {
    synchronized (lock) {
      return board.lineFault();
    }
  }

  /** Stops the checks that run, and begins no more. */
  @Override
  public void close() {
    List<FleetRun> toStop;
    synchronized (lock) {
      closed = true;
      toStop = List.copyOf(running);
    }
    scheduler.shutdownNow();
    toStop.forEach(FleetRun::stop);
  }

  /** Called with the lock. */
  private void plan() {
    if (next != null) {
      next.cancel(false);
      next = null;
    }
    OptionalLong wait = board.untilNext(clock.get());
    if (!closed && wait.isPresent()) {
      long nanos = Math.max(wait.getAsLong(), GRAIN.toNanos());
      next = scheduler.schedule(this::begin, nanos, TimeUnit.NANOSECONDS);
    }
  }

  private void begin() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      running.removeIf(FleetRun::isDone);
      List<CheckRequest> due = board.due(clock.get());
      if (!due.isEmpty()) {
        running.add(fleet.start(due, new Ends()));
      }
      plan();
    }
    tell();
  }

  /** Takes the results, on the threads of the checks. */
  private final class Ends implements FleetListener {
    @Override
    public void checkEnded(CheckEnded ended) {
      // Of a check that was stopped because all is over, nobody needs to hear.
      synchronized (lock) {
        if (closed) {
          return;
        }
      }
      if (ended.result().outcome() == Outcome.FAILURE) {
        // The place in the queue is given on meanwhile.
        Threads.startVirtual("own line", () -> count(ended, faultBehind(ended)));
      } else {
        count(ended, null);
      }
    }
  }

  /** Null where there is none, and where the look at it fails: then the peer is to blame. */
  private @Nullable LineFault faultBehind(CheckEnded ended) {
    try {
      return line.faultBehind(ended.result());
    } catch (RuntimeException | Error fault) {
      Threads.tellFault(fault);
      return null;
    }
  }

  private void count(CheckEnded ended, @Nullable LineFault fault) {
    synchronized (lock) {
      if (closed) {
        return;
      }
    }
    safely(() -> listener.checkEnded(ended, fault));
    synchronized (lock) {
      board.ended(ended.request(), ended.result(), fault, clock.get());
      plan();
    }
    tell();
  }

  private void glance() {
    Set<InetAddress> now = Set.copyOf(addresses.get());
    synchronized (lock) {
      if (!now.equals(seenAddresses)) {
        seenAddresses = now;
        board.networkChanged(
            now.stream().map(AddressText::of).sorted().collect(Collectors.joining(", ")),
            clock.get());
        plan();
      }
    }
    tell();
  }

  private void tell() {
    synchronized (telling) {
      List<WatchEvent> fresh;
      synchronized (lock) {
        fresh = board.takeFresh();
      }
      fresh.forEach(event -> safely(() -> listener.happened(event)));
    }
  }

  private static void safely(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException | Error fault) {
      Threads.tellFault(fault);
    }
  }
}
