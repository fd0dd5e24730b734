package org.echolot.fleet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;

/**
 * One check that ends within a time that somebody else has set, its waiting in the queue included.
 */
public final class TimedCheck {

  /** How long a check that is stopped may take to say so. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private TimedCheck() {}

  /**
   * Checks, and waits for it. The stages get no more time than fits.
   *
   * @param all for all of it
   * @return what came of it; CANCELLED if the time was up before the check was, or {@code fleet} or
   *     somebody else stopped it
   * @throws InterruptedException if the calling thread is interrupted; the check is stopped
   */
  public static CheckResult run(Fleet fleet, CheckRequest request, Duration all)
      throws InterruptedException {
    CompletableFuture<CheckResult> ended = new CompletableFuture<>();
    FleetRun run =
        fleet.start(
            List.of(request.withTimeouts(request.timeouts().fittedInto(all))),
            new FleetListener() {
              @Override
              public void checkEnded(CheckEnded end) {
                ended.complete(end.result());
              }
            });
    try {
      return ended.get(all.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      run.stop();
      return lastWord(request, ended);
    } catch (InterruptedException e) {
      run.stop();
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // it is never completed so
    }
  }

  private static CheckResult lastWord(CheckRequest request, CompletableFuture<CheckResult> ended)
      throws InterruptedException {
    try {
      return ended.get(FAREWELL.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException _) {
      return CheckResult.cancelledBeforeItBegan(request, "");
    }
  }
}
