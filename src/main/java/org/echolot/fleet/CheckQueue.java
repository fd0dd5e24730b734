package org.echolot.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.echolot.concurrent.Threads;

/**
 * Decides which check goes next: the one that came first among those whose host and port is not in
 * use. Safe for use by any thread; nothing but its own state is touched while its lock is held.
 */
final class CheckQueue {

  private final Object lock = new Object();
  private final Set<FleetCheck> waiting = new LinkedHashSet<>();
  private final Set<String> busy = new HashSet<>();
  private final Executor threads = Threads.newPlatformPool("check");
  private int free;

  CheckQueue(int parallelism) {
    free = parallelism;
  }

  /** Lets {@code checks} run when their turns come, some at once. */
  void enqueue(List<FleetCheck> checks) {
    List<FleetCheck> next;
    synchronized (lock) {
      waiting.addAll(checks);
      next = takeNext();
    }
    start(next);
  }

  /** Takes those back that still wait, for good, and returns them. */
  List<FleetCheck> withdraw(Collection<FleetCheck> checks) {
    synchronized (lock) {
      return checks.stream().filter(waiting::remove).toList();
    }
  }

  /** Gives the place of a check that ran to whoever is next. */
  void done(FleetCheck check) {
    List<FleetCheck> next;
    synchronized (lock) {
      busy.remove(check.address());
      free++;
      next = takeNext();
    }
    start(next);
  }

  private List<FleetCheck> takeNext() {
    List<FleetCheck> next = new ArrayList<>();
    for (Iterator<FleetCheck> i = waiting.iterator(); free > 0 && i.hasNext(); ) {
      FleetCheck check = i.next();
      if (busy.add(check.address())) {
        i.remove();
        free--;
        next.add(check);
      }
    }
    return next;
  }

  private void start(List<FleetCheck> checks) {
    checks.forEach(check -> threads.execute(check::run));
  }
}
