package org.echolot.concurrent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells running work, once and for good, that a person wants it to end now. Safe for use by any
 * thread.
 */
public final class StopSignal {

  private final Set<Runnable> actions = new LinkedHashSet<>();
  private final Set<Runnable> watchers = new LinkedHashSet<>();
  private boolean stopped;

  /** Gives the signal: the registered actions run on this thread. Later calls do nothing. */
  public void stop() {
    List<Runnable> toRun;
    synchronized (actions) {
      if (stopped) {
        return;
      }
      stopped = true;
      toRun = Stream.concat(actions.stream(), watchers.stream()).toList();
      actions.clear();
      watchers.clear();
    }
    toRun.forEach(Runnable::run);
  }

  /** Whether anybody would end work of theirs; who only watches does not count. */
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
    return register(actions, action);
  }

  /** The same for an action that ends nothing by itself, after those that do. */
  public Registration watchingStop(Runnable action) {
    return register(watchers, action);
  }

  private Registration register(Set<Runnable> where, Runnable action) {
    synchronized (actions) {
      if (!stopped) {
        where.add(action);
        return () -> {
          synchronized (actions) {
            where.remove(action);
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
