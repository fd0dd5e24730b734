package org.echolot.listener;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * Callers who have no association: they have yet to ask for one, or are about to leave. Not safe
 * for use by several threads.
 */
final class WaitingRoom {

  /** Those of each source in the order in which they came. */
  private final Map<CallerSource, LinkedHashSet<CallerPlace>> bySource = new HashMap<>();

  private int size;

  void add(CallerPlace caller) {
    if (bySource.computeIfAbsent(caller.source(), _ -> new LinkedHashSet<>()).add(caller)) {
      size++;
    }
  }

  boolean remove(CallerPlace caller) {
    LinkedHashSet<CallerPlace> same = bySource.get(caller.source());
    if (same == null || !same.remove(caller)) {
      return false;
    }
    size--;
    if (same.isEmpty()) {
      bySource.remove(caller.source());
    }
    return true;
  }

  int size() {
    return size;
  }

  /**
   * Takes out the one that has waited longest among those of the source that most come from: a
   * source that fills the room turns out its own, and where all come from one address, as from
   * behind a NAT, everyone has the same time to ask.
   */
  CallerPlace takeNext() {
    LinkedHashSet<CallerPlace> most = null;
    for (LinkedHashSet<CallerPlace> same : bySource.values()) {
      if (most == null
          || same.size() > most.size()
          || (same.size() == most.size() && same.getFirst().waitsLongerThan(most.getFirst()))) {
        most = same;
      }
    }
    if (most == null) {
      throw new IllegalStateException("nobody waits");
    }
    CallerPlace next = most.getFirst();
    boolean _ = remove(next);
    return next;
  }
}
