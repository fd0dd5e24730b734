package org.echolot.fleet.watch;

import org.echolot.fleet.CheckEnded;
import org.jspecify.annotations.Nullable;

/**
 * Is told what a watch sees, by several threads, holding no lock. What it throws is told as a fault
 * of ours and changes nothing.
 */
public interface WatchListener {

  /**
   * A check ended; also one that counts for nothing.
   *
   * @param fault what was wrong at our own end, if it failed; null: nothing
   */
  default void checkEnded(CheckEnded ended, @Nullable LineFault fault) {}

  /** Something is worth telling; events come in order. */
  default void happened(WatchEvent event) {}
}
