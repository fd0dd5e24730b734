package org.echolot.ui;

import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The one way onto the FX thread. View models take an {@link Executor}, so that they are tested
 * without a toolkit; the window gives them this one, or its {@link #frames}. Safe for use by any
 * thread, once the toolkit has started.
 */
public final class FxThread implements Executor {

  /** Runs {@code action} on the FX thread, soon; returns at once. */
  @Override
  public void execute(Runnable action) {
    Platform.runLater(action);
  }

  /**
   * Runs actions on the FX thread at the beginning of the next frame, before its layout. Whoever
   * hands over through it, as {@link Batches} do, changes the scene at most once a frame.
   */
  public Executor frames() {
    return action -> execute(new NextFrame(action)::start);
  }

  /**
   * Runs all that comes between two frames at the beginning of the next, in order. What one action
   * throws goes to the thread's handler of uncaught exceptions, and the others are run all the
   * same.
   */
  public Executor eachFrame() {
    // None is dropped: each tells something that nothing after it tells again.
    Batches<Runnable> actions =
        new Batches<>(
            frames(), Integer.MAX_VALUE, (batch, _) -> batch.forEach(FxThread::runShielded));
    return actions::accept;
  }

  private static void runShielded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error fault) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
    }
  }

  private static final class NextFrame extends AnimationTimer {

    private final Runnable action;

    NextFrame(Runnable action) {
      this.action = action;
    }

    @Override
    public void handle(long now) {
      stop();
      action.run();
    }
  }
}
