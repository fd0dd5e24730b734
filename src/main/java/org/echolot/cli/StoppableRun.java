package org.echolot.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.concurrent.Threads;

/**
 * Runs a command so that a stop ends it though nobody reads what it writes. A reader of standard
 * output that pauses is waited for, so that no result is lost; after a stop it is not.
 */
final class StoppableRun {

  /** How long a write after a stop may take before its reader is taken for one that has paused. */
  static final Duration PAUSED = Duration.ofMillis(700);

  /** How often that is looked at. */
  private static final Duration GLANCE = Duration.ofMillis(100);

  private StoppableRun() {}

  /**
   * Runs it on a thread of its own.
   *
   * @return its exit code, or {@link ExitCode#STOPPED} where it was left alone
   */
  static int run(Callable<Integer> command, Environment environment) {
    CompletableFuture<Integer> code = Threads.callDetached("command", command);
    try (var _ = environment.interrupted().watchingStop(() -> watch(code, environment.out()));
        var _ = environment.terminated().watchingStop(() -> watch(code, environment.out()))) {
      return code.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private static void watch(CompletableFuture<Integer> code, PrintStream out) {
    Threads.startPlatform("output watch", () -> endWhenPaused(code, out));
  }

  private static void endWhenPaused(CompletableFuture<Integer> code, PrintStream out) {
    while (!code.isDone()) {
      // It waits for whoever writes.
      CompletableFuture<Boolean> flushed = Threads.callDetached("output", out::checkError);
      if (!ends(flushed, PAUSED)) {
        code.complete(ExitCode.STOPPED);
      }
      boolean _ = ends(code, GLANCE);
    }
  }

  private static boolean ends(CompletableFuture<?> work, Duration patience) {
    try {
      Object _ = work.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException _) {
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }
}
