package org.echolot.ui;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Subscription;
import org.echolot.concurrent.Awaited;

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
   * Runs actions at the beginning of a frame, at least {@code apart} after the last one: the first
   * soon, those that follow it closely together when that time is over.
   */
  public Executor atMostEvery(Duration apart) {
    Batches<Runnable> actions =
        new Batches<>(
            new Pace(apart.toNanos()),
            Integer.MAX_VALUE,
            (batch, _) -> batch.forEach(FxThread::runShielded));
    return actions::accept;
  }

  /**
   * Runs an action on the FX thread again and again, until it is ended. To be used on that thread.
   */
  public Subscription every(Duration apart, Runnable action) {
    Timeline timeline =
        new Timeline(
            new KeyFrame(
                javafx.util.Duration.millis((double) apart.toMillis()), _ -> action.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    timeline.play();
    return timeline::stop;
  }

  /**
   * Runs all that comes between two frames at the beginning of the next, in order; where that is
   * more than a few milliseconds' work, the rest in the frames that follow, so that keys and mouse
   * are not held up. What one action throws goes to the thread's handler of uncaught exceptions,
   * and the others are run all the same.
   */
  public Executor eachFrame() {
    return new Slices(frames());
  }

  /** Runs actions for a slice of each frame. None is dropped: each tells what no other tells. */
  private static final class Slices implements Executor {

    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(6);

    private final Executor frames;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Awaited frame = new Awaited();

    Slices(Executor frames) {
      this.frames = frames;
    }

    @Override
    public void execute(Runnable action) {
      waiting.add(action);
      ask();
    }

    private void ask() {
      if (frame.begin()) {
        frames.execute(this::run);
      }
    }

    private void run() {
      long end = System.nanoTime() + SLICE_NANOS;
      Runnable next = waiting.poll();
      while (next != null) {
        runShielded(next);
        next = System.nanoTime() < end ? waiting.poll() : null;
      }
      frame.end();
      if (!waiting.isEmpty()) {
        ask();
      }
    }
  }

  private static void runShielded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException | Error fault) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
    }
  }

  /** Starts actions as they come; waits with one that comes too soon after the last. */
  private final class Pace implements Executor {

    private final long apartNanos;
    private final AtomicLong last;

    Pace(long apartNanos) {
      this.apartNanos = apartNanos;
      this.last = new AtomicLong(System.nanoTime() - apartNanos);
    }

    @Override
    public void execute(Runnable action) {
      FxThread.this.execute(
          () ->
              new AnimationTimer() {
                @Override
                public void handle(long now) {
                  if (System.nanoTime() - last.get() >= apartNanos) {
                    stop();
                    last.set(System.nanoTime());
                    action.run();
                  }
                }
              }.start());
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
