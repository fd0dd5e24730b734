package org.echolot.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.concurrent.StopSignal;

/** An engine whose checks end when the test says so, or when they are stopped. */
final class GatedEngine implements EchoEngine {

  /** Long enough for anything that is going to happen at all. */
  static final long DEADLINE_SECONDS = 20;

  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();

  @Override
  public String name() {
    return "gated";
  }

  /** Waits for the next check to begin and tells whose it is. */
  String awaitBegin() throws InterruptedException {
    String name = begun.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (name == null) {
      throw new AssertionError("no check began");
    }
    return name;
  }

  /** Whether a check began that no {@link #awaitBegin} was told of. */
  boolean anyBegun() {
    return !begun.isEmpty();
  }

  /** Lets the check of that name end with success, now or as soon as it begins. */
  void open(String name) {
    gate(name).countDown();
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  int calls() {
    return calls.get();
  }

  private CountDownLatch gate(String name) {
    return gates.computeIfAbsent(name, _ -> new CountDownLatch(1));
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    calls.incrementAndGet();
    mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
    try (var _ = stop.onStop(() -> open(request.name()))) {
      listener.told(new CheckEvent.CheckStarted(request, Instant.now()));
      listener.told(new CheckEvent.StageStarted(CheckStage.RESOLVE, "", Instant.now()));
      begun.add(request.name());
      if (!gate(request.name()).await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the gate of " + request.name() + " was never opened");
      }
      return stop.isStopped()
          ? result(request, Outcome.CANCELLED)
          : result(request, Outcome.SUCCESS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      running.decrementAndGet();
    }
  }

  static CheckResult result(CheckRequest request, Outcome outcome) {
    return new CheckResult(
        request,
        "gated",
        OffsetDateTime.now(ZoneId.systemDefault()),
        outcome,
        null,
        null,
        "by the gated engine",
        Move.NOBODY,
        EndedBy.OUR_RELEASE,
        List.of(),
        List.of(),
        Duration.ofMillis(1),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
