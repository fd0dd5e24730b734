package org.echolot.history;

import java.util.UUID;
import org.echolot.check.CheckResult;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what checks found out, and knows when a peer last answered. Safe for use by any thread.
 * Nothing that goes wrong with it ever stops a check: it is told once, elsewhere.
 */
public interface History extends AutoCloseable {

  /** Keeps nothing, and knows nothing. */
  History NONE =
      new History() {
        @Override
        public @Nullable LastSuccess lastSuccess(UUID peerId) {
          return null;
        }

        @Override
        public void keep(CheckResult result) {
          // Nothing is kept.
        }
      };

  /**
   * The last check of a peer that succeeded, by whichever Echolot of this user; null if none is
   * known. May read a small file.
   */
  @Nullable LastSuccess lastSuccess(UUID peerId);

  /** Keeps a result. Returns at once: what there is to write is written by another thread. */
  void keep(CheckResult result);

  /** Keeps what a watch told, where anything is kept. Returns at once. */
  default void keep(KeptEvent event) {}

  /** Writes what is still to be written. */
  @Override
  default void close() {}
}
