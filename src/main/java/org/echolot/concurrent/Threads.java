package org.echolot.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one place that makes threads. Each has a name that tells what it is for. */
public final class Threads {

  /** So that one listener who waits does not keep the others from being told. */
  private static final int TELLERS = 4;

  /** How long a thread of a pool waits for more work. */
  private static final int KEPT_SECONDS = 10;

  private Threads() {}

  /** Starts a virtual thread for work that waits: for a peer, a name server, a file. */
  public static Thread startVirtual(String name, Runnable work) {
    return Thread.ofVirtual().name(name).start(work);
  }

  /**
   * Starts a daemon thread of the platform, for work that waits where each microsecond counts: a
   * virtual thread is woken later when a socket has something for it.
   */
  public static Thread startPlatform(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name(name).start(work);
  }

  /**
   * Does work that may not be able to end when it should, because it computes or waits for what
   * nothing ends, on a daemon thread of the platform. Whoever no longer waits for it leaves it.
   */
  public static <T> CompletableFuture<T> callDetached(String name, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    startPlatform(
        name,
        () -> {
          try {
            result.complete(work.call());
          } catch (Exception | Error e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /**
   * As many daemon threads of the platform as there is work at a time, kept for a while; see {@link
   * #startPlatform}. Whoever uses it bounds how much there is.
   */
  public static Executor newPlatformPool(String name) {
    ThreadFactory factory = numbered(name, () -> Thread.ofPlatform().daemon());
    return new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, KEPT_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
  }

  /**
   * Makes threads named {@code name} and a number. Not as the builder numbers them: for that Java
   * makes classes when it first does so, which takes longer than a check.
   */
  private static ThreadFactory numbered(String name, Supplier<Thread.Builder> kind) {
    AtomicLong made = new AtomicLong();
    return work -> kind.get().name(name + " " + made.incrementAndGet()).unstarted(work);
  }

  /** Runs what it is given one after the other, on virtual threads; it holds up no exit. */
  public static ExecutorService newSerial(String name) {
    return Executors.newSingleThreadExecutor(numbered(name, Thread::ofVirtual));
  }

  /**
   * A single daemon thread that runs short actions at a given time; cancelled ones are forgotten at
   * once.
   */
  public static ScheduledExecutorService newScheduler(String name) {
    ThreadFactory factory = Thread.ofPlatform().daemon().name(name).factory();
    return scheduler(1, factory);
  }

  private static ScheduledExecutorService scheduler(int threads, ThreadFactory factory) {
    ScheduledThreadPoolExecutor scheduler = new Telling(threads, factory);
    scheduler.setRemoveOnCancelPolicy(true);
    return Executors.unconfigurableScheduledExecutorService(scheduler);
  }

  /** A scheduler's task has a future that keeps what it throws, and that nobody looks at. */
  private static final class Telling extends ScheduledThreadPoolExecutor {

    Telling(int threads, ThreadFactory factory) {
      super(threads, factory);
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable fault) {
      super.afterExecute(task, fault);
      if (task instanceof Future<?> future && future.state() == Future.State.FAILED) {
        tellFault(future.exceptionNow());
      }
    }
  }

  /**
   * Tells of a fault that was dealt with, and that somebody should hear of all the same: whoever
   * takes what the program's threads leave uncaught, if there is one.
   */
  public static void tellFault(Throwable fault) {
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    if (handler != null) {
      handler.uncaughtException(Thread.currentThread(), fault);
    }
  }

  /**
   * The same work, of which each fault is told as {@link #tellFault} tells it, and ends nothing:
   * for what is done again and again, and would never be done again after a fault.
   */
  public static Runnable shielded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException | Error fault) {
        tellFault(fault);
      }
    };
  }

  /**
   * Has it told, as {@link #tellFault} does, if {@code work} ends by a fault that nobody waits for.
   *
   * @return the same work
   */
  public static <T> CompletableFuture<T> tellingFault(CompletableFuture<T> work) {
    return work.whenComplete(
        (_, fault) -> {
          if (fault != null) {
            tellFault(
                fault instanceof CompletionException && fault.getCause() != null
                    ? fault.getCause()
                    : fault);
          }
        });
  }

  /**
   * A few daemon threads that tell listeners what happened; see {@link Tellers}. They are threads
   * of the platform: a virtual one that computes for long would keep others from what they wait
   * for.
   */
  static ScheduledExecutorService newTellers(String name) {
    ThreadFactory factory = numbered(name, () -> Thread.ofPlatform().daemon());
    return scheduler(TELLERS, factory);
  }
}
