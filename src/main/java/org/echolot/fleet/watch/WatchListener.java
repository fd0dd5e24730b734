package org.echolot.fleet.watch;

import org.echolot.fleet.CheckEnded;

/**
 * Is told what a watch sees, by several threads, holding no lock. What it throws is told as a fault
 * of ours and changes nothing.
 */
public interface WatchListener {

  /** A check ended; also one that counts for nothing. */
  default void checkEnded(CheckEnded ended) {}

  /** Something is worth telling; events come in order. */
  default void happened(WatchEvent event) {}
}
