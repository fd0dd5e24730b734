package org.echolot.check.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.echolot.concurrent.Threads;
import org.echolot.network.ErrorQueue;
import org.echolot.network.ErrorQueue.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Asks who refuses a connection attempt that is still without any answer when a router is about to
 * give up looking for a host: those look for 3 s (RFC 4861 10, and ARP on most systems). Asked
 * after that, it would look as long again, which no deadline has room for. By then a peer that is
 * there has long answered, so that the second attempt does not reach it.
 */
final class SlowRefusal implements AutoCloseable {

  private static final Duration BEGINS_AFTER = Duration.ofMillis(2500);

  /** How much later than the first attempt the second may be refused. */
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private final CompletableFuture<Optional<Refusal>> answer = new CompletableFuture<>();
  private final Future<?> beginning;
  private volatile boolean over;

  /**
   * @param share how long the first attempt may take
   */
  SlowRefusal(
      InetSocketAddress to,
      @Nullable InetAddress source,
      Duration share,
      ScheduledExecutorService scheduler) {
    Duration left = share.minus(BEGINS_AFTER);
    if (left.isPositive()) {
      beginning =
          scheduler.schedule(
              () -> begin(to, source, left.plus(PATIENCE)),
              BEGINS_AFTER.toNanos(),
              TimeUnit.NANOSECONDS);
    } else {
      beginning = CompletableFuture.completedFuture(null);
      answer.complete(Optional.empty());
    }
  }

  private void begin(InetSocketAddress to, @Nullable InetAddress source, Duration patience) {
    Thread _ =
        Threads.startPlatform(
            "who refuses",
            () ->
                answer.complete(
                    ErrorQueue.ofThisComputer()
                        .flatMap(queue -> queue.ask(to, source, patience, () -> over))));
  }

  /**
   * Who refused it, after the first attempt was refused; null if it was too early to ask, or nobody
   * can be named.
   */
  @Nullable Refusal answer() {
    if (beginning.cancel(false)) {
      return null;
    }
    try {
      return answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS).orElse(null);
    } catch (ExecutionException | TimeoutException _) {
      return null;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public void close() {
    boolean _ = beginning.cancel(false);
    over = true;
  }
}
