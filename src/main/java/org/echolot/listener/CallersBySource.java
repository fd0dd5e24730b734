package org.echolot.listener;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * Callers of one kind: those who wait, or those who have an association. Not safe for use by
 * several threads.
 */
final class CallersBySource {

  /** Those of each source in the order in which they were added. */
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

  int countOf(CallerSource source) {
    LinkedHashSet<CallerPlace> same = bySource.get(source);
    return same == null ? 0 : same.size();
  }

  /**
   * The one that has been idle longest among those of the source that most come from: a source that
   * takes all turns out its own, and where all come from one address, as from behind a NAT, all are
   * treated alike.
   */
  CallerPlace next() {
    LinkedHashSet<CallerPlace> most = null;
    for (LinkedHashSet<CallerPlace> same : bySource.values()) {
      if (most == null
          || same.size() > most.size()
          || (same.size() == most.size() && same.getFirst().isIdleLongerThan(most.getFirst()))) {
        most = same;
      }
    }
    if (most == null) {
      throw new IllegalStateException("nobody is here");
    }
    return most.getFirst();
  }
}
