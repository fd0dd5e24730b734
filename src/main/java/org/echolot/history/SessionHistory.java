package org.echolot.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.echolot.check.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * Knows when peers last answered as long as the program runs, and keeps nothing. Safe for use by
 * any thread.
 */
public final class SessionHistory implements History {

  private static final int MOST = 10_000;

  private final Map<UUID, LastSuccess> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, LastSuccess> eldest) {
          return size() > MOST;
        }
      };

  @Override
  public synchronized @Nullable LastSuccess lastSuccess(UUID peerId) {
    return known.get(peerId);
  }

  @Override
  public synchronized void keep(CheckResult result) {
    if (result.isSuccess()) {
      UUID peerId = result.request().peerId();
      known.put(peerId, LastSuccess.next(known.get(peerId), result));
    }
  }
}
