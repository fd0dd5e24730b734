package org.echolot.ui.main;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.echolot.concurrent.Threads;
import org.echolot.faults.FaultLog;

/**
 * Watches the FX thread from a thread of its own. That it hangs, and where, is kept among the
 * faults; that it is back is told; that it ended is the end of the window.
 */
final class WindowWatch {

  /** What the FX thread may take for one thing; it should be a few milliseconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** What is kept of a thread that does not get on. Its stack is that thread's. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String message, Thread thread) {
      super(message, null);
      setStackTrace(thread.getStackTrace());
    }

    /** Users read it, who have no use for the name of a class. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
      return String.valueOf(getMessage());
    }
  }

  private final Thread thread;
  private final ThreadWatch watch;
  private final BooleanSupplier isClosing;
  private final FaultLog faults;
  private final Consumer<Duration> whenBack;
  private final Runnable whenEnded;
  private final ScheduledExecutorService scheduler = Threads.newScheduler("window watch");

  /**
   * Begins to watch the thread that calls this.
   *
   * @param fx hands over to the FX thread, which it is
   * @param isClosing whether the window is being closed: then the toolkit may end, and the watch
   *     does; asked by any thread
   * @param whenBack told how long the window did not respond; by any thread
   * @param whenEnded run once if the FX thread ended while the window was open; by any thread
   */
  WindowWatch(
      Executor fx,
      BooleanSupplier isClosing,
      FaultLog faults,
      Consumer<Duration> whenBack,
      Runnable whenEnded) {
    this.thread = Thread.currentThread();
    this.watch = new ThreadWatch(thread, fx, System::nanoTime, PATIENCE);
    this.isClosing = isClosing;
    this.faults = faults;
    this.whenBack = whenBack;
    this.whenEnded = whenEnded;
    var _ = scheduler.scheduleWithFixedDelay(Threads.shielded(this::look), 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    ThreadWatch.Finding finding = watch.look();
    if (isClosing.getAsBoolean()) {
      scheduler.shutdown();
      return;
    }
    switch (finding) {
      case ThreadWatch.Finding.Alive() -> {}
      case ThreadWatch.Finding.Hangs(Duration since) ->
          keep("the window has not responded for " + since.toSeconds() + " s");
      case ThreadWatch.Finding.Back(Duration after) -> whenBack.accept(after);
      case ThreadWatch.Finding.Ended() -> {
        scheduler.shutdown();
        keep("the thread of the window has ended");
        whenEnded.run();
      }
    }
  }

  private void keep(String words) {
    faults.uncaughtException(thread, new Fault(words, thread));
  }
}
