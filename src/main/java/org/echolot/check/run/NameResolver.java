package org.echolot.check.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;

/**
 * Finds the addresses of a host name, by a deadline, though the platform's own look-up has none and
 * can't be interrupted: a look-up that is given up goes on in a thread of its own until the
 * platform ends it, and its answer is forgotten.
 */
final class NameResolver {

  /** What the platform does. */
  @FunctionalInterface
  interface LookUp {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  /**
   * What a name stands for.
   *
   * @param addresses in the platform's order, at least one
   * @param took what the platform took to say so
   */
  record Resolved(List<InetAddress> addresses, Duration took) {}

  private final LookUp lookUp;

  NameResolver(LookUp lookUp) {
    this.lookUp = lookUp;
  }

  /**
   * The addresses of {@code host}; at once where {@code host} is an address itself.
   *
   * @throws UnknownHostException if the name has no address
   * @throws TimeoutException if the deadline passed
   * @throws StoppedException if {@code stop} was given
   */
  Resolved resolve(String host, Deadline deadline, StopSignal stop)
      throws UnknownHostException, TimeoutException, StoppedException {
    try {
      long start = System.nanoTime();
      InetAddress address = InetAddress.ofLiteral(host);
      return new Resolved(List.of(address), since(start));
    } catch (IllegalArgumentException _) {
      return resolveName(host, deadline, stop);
    }
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private Resolved resolveName(String host, Deadline deadline, StopSignal stop)
      throws UnknownHostException, TimeoutException, StoppedException {
    CompletableFuture<Resolved> answer = new CompletableFuture<>();
    Threads.startVirtual(
        "resolve " + host,
        () -> {
          try {
            long start = System.nanoTime();
            InetAddress[] found = lookUp.addressesOf(host);
            answer.complete(new Resolved(List.of(found), since(start)));
          } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    try (var _ = stop.onStop(() -> answer.completeExceptionally(new StoppedException()))) {
      Resolved resolved = answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      if (resolved.addresses().isEmpty()) {
        throw new UnknownHostException(host);
      }
      return resolved;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case StoppedException stopped -> throw stopped;
        case UnknownHostException unknown -> throw unknown;
        case null, default ->
            throw new IllegalStateException("the look-up of " + host + " broke", e);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
  }
}
