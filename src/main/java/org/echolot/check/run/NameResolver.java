package org.echolot.check.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of a host name, by a deadline, though the platform's own lookup has none and
 * can't be interrupted: a lookup that is given up goes on in a thread of its own until the platform
 * ends it, and its answer is forgotten. There are at most {@value #MAX_LOOKUPS} such threads; who
 * comes then waits.
 */
final class NameResolver {

  /** The platform's threads, since a lookup holds the thread that carries a virtual one. */
  private static final int MAX_LOOKUPS = 256;

  /** What the platform does. */
  @FunctionalInterface
  interface LookUp {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  /** What a lookup came to. */
  sealed interface Outcome {

    /** How long the platform took, without the wait for a thread. */
    Duration took();

    /**
     * @param addresses in the platform's order, at least one
     */
    record Found(List<InetAddress> addresses, Duration took) implements Outcome {}

    /**
     * @param words the platform's, in the language of the user
     */
    record Unknown(String words, Duration took) implements Outcome {}
  }

  private final LookUp system;
  private final Executor threads = Threads.newPlatformPool("lookup");
  private final Deque<Lookup> waiting = new ArrayDeque<>();
  private final int maxLookups;
  private int working;

  NameResolver(LookUp system) {
    this(system, MAX_LOOKUPS);
  }

  /**
   * @param maxLookups how many may be under way at a time
   */
  NameResolver(LookUp system, int maxLookups) {
    this.system = system;
    this.maxLookups = maxLookups;
  }

  /** Begins to look {@code host} up; it is over at once where {@code host} is an address itself. */
  Lookup begin(String host) {
    Lookup lookup = new Lookup(host);
    long start = System.nanoTime();
    try {
      InetAddress address = InetAddress.ofLiteral(host);
      lookup.outcome.complete(new Outcome.Found(List.of(address), since(start)));
    } catch (IllegalArgumentException _) {
      enqueue(lookup);
    }
    return lookup;
  }

  private void enqueue(Lookup lookup) {
    synchronized (waiting) {
      waiting.add(lookup);
      if (working < maxLookups) {
        working++;
        threads.execute(this::work);
      }
    }
  }

  private void work() {
    for (Lookup next = next(); next != null; next = next()) {
      lookUp(next);
    }
  }

  private @Nullable Lookup next() {
    synchronized (waiting) {
      Lookup next = waiting.poll();
      if (next == null) {
        working--;
      }
      return next;
    }
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  private void lookUp(Lookup lookup) {
    if (lookup.isGivenUp) {
      return;
    }
    long start = System.nanoTime();
    lookup.noteOthers(others());
    try {
      List<InetAddress> found = List.of(system.addressesOf(lookup.host));
      lookup.outcome.complete(
          found.isEmpty()
              ? new Outcome.Unknown("an empty answer", since(start))
              : new Outcome.Found(found, since(start)));
    } catch (UnknownHostException e) {
      lookup.outcome.complete(new Outcome.Unknown(String.valueOf(e.getMessage()), since(start)));
    } catch (RuntimeException e) {
      lookup.outcome.completeExceptionally(e);
    }
  }

  /** How many lookups are under way or wait, besides the one that asks. */
  private int others() {
    synchronized (waiting) {
      return working - 1 + waiting.size();
    }
  }

  /** A lookup under way. Used by one thread; closing it gives it up. */
  static final class Lookup implements AutoCloseable {

    private final String host;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile boolean isGivenUp;
    private volatile int others;

    private Lookup(String host) {
      this.host = host;
    }

    private void noteOthers(int count) {
      others = count;
    }

    /**
     * How many others this computer made when this one began: that many can be why a DNS server
     * answered late.
     */
    int others() {
      return others;
    }

    /**
     * Waits for what it comes to; may be called again.
     *
     * @return empty if the deadline passed before
     * @throws StoppedException if {@code stop} was given
     */
    Optional<Outcome> await(Deadline deadline, StopSignal stop) throws StoppedException {
      return Waiting.forResultOf(outcome, deadline, stop);
    }

    @Override
    public void close() {
      isGivenUp = true;
    }
  }
}
