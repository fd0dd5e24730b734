package org.echolot.check.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;

/** Waits for what another thread finds out, no longer than a deadline and a person allow. */
final class Waiting {

  private Waiting() {}

  /**
   * @return empty if the deadline passed before
   * @throws StoppedException if {@code stop} was given
   * @throws IllegalStateException if the other thread broke
   */
  static <T> Optional<T> forResultOf(CompletableFuture<T> work, Deadline deadline, StopSignal stop)
      throws StoppedException {
    // A copy, so that an end of the waiting is none of the work.
    CompletableFuture<T> result = work.copy();
    try (var _ = stop.onStop(() -> result.completeExceptionally(new StoppedException()))) {
      return Optional.of(result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoppedException stopped) {
        throw stopped;
      }
      throw new IllegalStateException("what was waited for broke", e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
  }
}
