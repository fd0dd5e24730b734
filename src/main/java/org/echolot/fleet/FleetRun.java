package org.echolot.fleet;

/** A run of checks that was started. Safe for use by any thread. */
public interface FleetRun {

  /** How many checks the run has. */
  int size();

  /** How many of them ended, in any way. */
  int ended();

  /** Stops those that run, at once, and cancels those that wait. Does nothing when all ended. */
  void stop();

  /** Stops or cancels the check of this one peer, by the name in its request. */
  void stop(String peerName);

  boolean isDone();

  /** Waits until all checks ended. */
  void await() throws InterruptedException;
}
