package org.echolot.ui.console;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** Frames that come when the test says so. */
final class Frames implements Executor {

  private final LinkedBlockingQueue<Runnable> asked = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable action) {
    asked.add(action);
  }

  /** How many actions wait for the next frame. */
  int waiting() {
    return asked.size();
  }

  /** Runs what was asked for before now, and not what that asks for. */
  void next() {
    for (int i = asked.size(); i > 0; i--) {
      asked.remove().run();
    }
  }

  /** Frame after frame until nothing is asked for. */
  void all() {
    while (!asked.isEmpty()) {
      next();
    }
  }
}
