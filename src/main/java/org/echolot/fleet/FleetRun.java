package org.echolot.fleet;

import java.util.UUID;

/** A run of checks that was started. Safe for use by any thread. */
public interface FleetRun {

  /**
   * Stops those that run, at once, and cancels those that wait: the listener is told of these by
   * the calling thread. Does nothing when all ended.
   */
  void stop();

  /** Stops or cancels the checks of this one peer. */
  void stop(UUID peerId);

  /** Whether all checks ended and the listener was told. */
  boolean isDone();

  /**
   * Waits until all checks ended and the listener was told.
   *
   * @throws InterruptedException if the calling thread is interrupted; the checks go on
   */
  void await() throws InterruptedException;
}
