package org.echolot.concurrent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells running work, once and for good, that a person wants it to end now. Safe for use by any
 * thread.
 */
public final class StopSignal {

  private final Set<Runnable> actions = new LinkedHashSet<>();
  private boolean stopped;

  /** Gives the signal: the registered actions run on this thread. Later calls do nothing. */
  public void stop() {
    List<Runnable> toRun;
    synchronized (actions) {
      if (stopped) {
        return;
      }
      stopped = true;
      toRun = List.copyOf(actions);
      actions.clear();
    }
    toRun.forEach(Runnable::run);
  }

  /** Whether anybody would be told. */
  public boolean isAwaited() {
    synchronized (actions) {
      return !actions.isEmpty();
    }
  }

  public boolean isStopped() {
    synchronized (actions) {
      return stopped;
    }
  }

  /**
   * Runs {@code action} when the signal is given, or now if it was. The action must be quick and
   * must not throw; close what it returns when the action is no longer wanted.
   */
  public Registration onStop(Runnable action) {
    synchronized (actions) {
      if (!stopped) {
        actions.add(action);
        return () -> {
          synchronized (actions) {
            actions.remove(action);
          }
        };
      }
    }
    action.run();
    return () -> {};
  }

  /** A registered action; closing it takes the action back. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
