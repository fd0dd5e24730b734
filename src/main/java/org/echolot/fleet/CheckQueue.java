package org.echolot.fleet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Decides which check goes next: the one that came first among those whose host and port is not in
 * use. A check has a place for its association. While it waits for its connection, it lends the
 * place to another; connected, it waits for one before all that have not begun. What each step
 * takes does not grow with how many wait. Safe for use by any thread; nothing but its own state is
 * touched while its lock is held.
 */
final class CheckQueue {

  /** The checks of one host and port. */
  private static final class Line {

    /** Those that wait, by the order in which they came. */
    private final TreeMap<Long, FleetCheck> waiting = new TreeMap<>();

    private boolean busy;
  }

  /**
   * How many may wait for their connections without a place: each has a thread. As many as may have
   * a place.
   */
  private static final int MOST_LENT = Fleet.MAX_PARALLELISM;

  /** What a check that runs has to do with the places. */
  private enum Place {
    /** It has one, which it may lend. */
    HELD,
    /** Another may have it. */
    LENT,
    /** It has one until it ends. */
    KEPT
  }

  /** A check that is connected and waits for a place. */
  private record Returning(FleetCheck check, CountDownLatch granted) {}

  private final Object lock = new Object();
  private final Map<String, Line> lines = new HashMap<>();

  /** The first of each line that is not busy, by the order in which they came. */
  private final TreeMap<Long, Line> ready = new TreeMap<>();

  private final Map<FleetCheck, Long> numbers = new HashMap<>();

  /** Of those that run. */
  private final Map<FleetCheck, Place> places = new HashMap<>();

  private final Queue<Returning> returning = new ArrayDeque<>();
  private final Executor threads = Threads.newPlatformPool("check");
  private long came;

  /** How many may run at once. */
  private int parallelism;

  /** Below 0 while more run than may, since that was changed. */
  private int free;

  private int lent;

  CheckQueue(int parallelism) {
    this.parallelism = parallelism;
    free = parallelism;
  }

  /** How many may run at once. */
  int parallelism() {
    synchronized (lock) {
      return parallelism;
    }
  }

  /** From now on so many may run at once; those that run already go on. */
  void setParallelism(int value) {
    List<FleetCheck> next;
    synchronized (lock) {
      free += value - parallelism;
      parallelism = value;
      next = takeNext();
    }
    start(next);
  }

  /** Lets {@code checks} run when their turns come, some at once. */
  void enqueue(List<FleetCheck> checks) {
    List<FleetCheck> next;
    synchronized (lock) {
      checks.forEach(this::add);
      next = takeNext();
    }
    if (next.size() > 1) {
      startElsewhere(next);
    } else {
      start(next);
    }
  }

  /** To start many threads takes longer than whoever asks for it, a window perhaps, may wait. */
  private void startElsewhere(List<FleetCheck> checks) {
    try {
      threads.execute(() -> start(checks));
    } catch (RuntimeException | Error _) {
      start(checks); // which says for each what is wrong
    }
  }

  private void add(FleetCheck check) {
    long number = came++;
    numbers.put(check, number);
    Line line = lines.computeIfAbsent(check.address(), _ -> new Line());
    line.waiting.put(number, check);
    makeReady(line);
  }

  private void makeReady(Line line) {
    if (!line.busy && !line.waiting.isEmpty()) {
      ready.put(line.waiting.firstKey(), line);
    }
  }

  /** Takes those back that still wait, for good, and returns them. */
  List<FleetCheck> withdraw(Collection<FleetCheck> checks) {
    synchronized (lock) {
      return checks.stream().filter(this::withdraw).toList();
    }
  }

  private boolean withdraw(FleetCheck check) {
    Long number = numbers.remove(check);
    Line line = lines.get(check.address());
    if (number == null || line == null) {
      return false;
    }
    ready.remove(number);
    line.waiting.remove(number);
    makeReady(line);
    forget(check.address(), line);
    return true;
  }

  /** A check waits for its connection: another may have its place meanwhile. */
  void lend(FleetCheck check) {
    List<FleetCheck> next;
    synchronized (lock) {
      if (places.get(check) != Place.HELD || lent == MOST_LENT) {
        return;
      }
      places.put(check, Place.LENT);
      lent++;
      free++;
      next = takeNext();
    }
    start(next);
  }

  /** A check has its connection: returns when it has a place again, or is stopped. */
  void takeBack(FleetCheck check, StopSignal stop) {
    Returning back;
    synchronized (lock) {
      if (places.get(check) != Place.LENT) {
        places.replace(check, Place.KEPT);
        return;
      }
      back = new Returning(check, new CountDownLatch(1));
      returning.add(back);
      grant();
    }
    try (var _ = stop.onStop(back.granted()::countDown)) {
      back.granted().await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    synchronized (lock) {
      returning.remove(back);
    }
  }

  /** Gives free places to those that lent theirs. */
  private void grant() {
    while (free > 0 && !returning.isEmpty()) {
      Returning back = returning.remove();
      places.put(back.check(), Place.KEPT);
      lent--;
      free--;
      back.granted().countDown();
    }
  }

  /** Gives the place of a check that ran to whoever is next. */
  void done(FleetCheck check) {
    List<FleetCheck> next;
    synchronized (lock) {
      Line line = lines.get(check.address());
      if (line != null) {
        line.busy = false;
        makeReady(line);
        forget(check.address(), line);
      }
      if (places.remove(check) == Place.LENT) {
        lent--;
      } else {
        free++;
      }
      next = takeNext();
    }
    start(next);
  }

  private void forget(String address, Line line) {
    if (!line.busy && line.waiting.isEmpty()) {
      lines.remove(address);
    }
  }

  private List<FleetCheck> takeNext() {
    grant();
    List<FleetCheck> next = new ArrayList<>();
    while (free > 0) {
      FleetCheck check = takeFirst();
      if (check == null) {
        return next;
      }
      free--;
      next.add(check);
    }
    return next;
  }

  private @Nullable FleetCheck takeFirst() {
    Map.Entry<Long, Line> first = ready.pollFirstEntry();
    if (first == null) {
      return null;
    }
    Line line = first.getValue();
    line.busy = true;
    FleetCheck check = line.waiting.remove(first.getKey());
    numbers.remove(check);
    places.put(check, Place.HELD);
    return check;
  }

  private void start(List<FleetCheck> checks) {
    for (FleetCheck check : checks) {
      try {
        threads.execute(check::run);
      } catch (RuntimeException | Error fault) {
        // The system has no thread left, perhaps. A check that never ended would be shown as
        // running.
        check.fail(fault);
      }
    }
  }

  /** Does something short soon, though all others wait or compute. */
  void soon(Runnable action) {
    threads.execute(action);
  }
}
