package org.echolot.fleet.watch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.jspecify.annotations.Nullable;

/** The last events, and those that were not yet handed out. Not safe for use by several threads. */
final class WatchEvents {

  /** How many are kept; the oldest go first. */
  static final int KEPT = 1_000;

  private final Deque<WatchEvent> kept = new ArrayDeque<>();
  private final List<WatchEvent> fresh = new ArrayList<>();
  private long count;

  void add(
      Instant at,
      WatchEvent.Kind kind,
      @Nullable CheckRequest about,
      @Nullable Cause cause,
      String text) {
    WatchEvent event =
        new WatchEvent(
            ++count,
            at,
            kind,
            about == null ? null : about.peerId(),
            about == null ? "" : about.name(),
            cause,
            text);
    kept.addLast(event);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    fresh.add(event);
  }

  /** Those since the last call, the oldest first. */
  List<WatchEvent> takeFresh() {
    List<WatchEvent> taken = List.copyOf(fresh);
    fresh.clear();
    return taken;
  }

  /** The last ones, the oldest first. */
  List<WatchEvent> kept() {
    return List.copyOf(kept);
  }
}
