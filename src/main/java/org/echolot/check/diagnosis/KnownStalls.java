package org.echolot.check.diagnosis;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Remembers for a while which peers hold pieces of their replies back ({@link DelayedAckStall}). To
 * see it costs a check about 1 ms; a peer that is checked again and again keeps its habit, and is
 * not made to show it each time. Only what was seen is remembered, so that a peer that once did not
 * show it is looked at again. Safe for use by any thread.
 */
public final class KnownStalls {

  /** A peer that was mended is believed to stall for this long at the most. */
  static final Duration MEMORY = Duration.ofMinutes(1);

  private static final int MAX_PEERS = 10_000;

  private final LongSupplier nanoTime;
  private final Map<InetSocketAddress, Long> seenAtNanos =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetSocketAddress, Long> eldest) {
          return size() > MAX_PEERS;
        }
      };

  /**
   * @param nanoTime the monotonic clock
   */
  public KnownStalls(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized void remember(InetSocketAddress peer) {
    seenAtNanos.put(peer, nanoTime.getAsLong());
  }

  synchronized boolean isKnown(InetSocketAddress peer) {
    Long seen = seenAtNanos.get(peer);
    if (seen == null) {
      return false;
    }
    if (nanoTime.getAsLong() - seen <= MEMORY.toNanos()) {
      return true;
    }
    seenAtNanos.remove(peer);
    return false;
  }
}
