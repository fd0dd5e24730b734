package org.echolot.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.concurrent.StopSignal;

/** An engine whose checks end as and when the test says, or when they are stopped. */
public final class HeldEngine implements EchoEngine {

  /** Long enough for anything that is going to happen at all. */
  private static final long DEADLINE_SECONDS = 20;

  /** A check that waits for the test to say how it ends. */
  public record Held(
      CheckRequest request,
      CheckListener listener,
      CompletableFuture<Function<CheckRequest, CheckResult>> end) {

    /** The check reaches a stage. */
    public void reach(CheckStage stage) {
      listener.told(new CheckEvent.StageStarted(stage, "", Instant.now()));
    }

    public void endWith(Function<CheckRequest, CheckResult> result) {
      end.complete(result);
    }

    public void answer() {
      endWith(request -> Results.success(request, Duration.ofMillis(1)));
    }

    /** Waits until it was told how to end, by the test or by a stop, which takes a moment. */
    public void awaitEnd() {
      end.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Whether it was told how to end, by the test or by a stop. */
    public boolean isEnded() {
      return end.isDone();
    }
  }

  private final BlockingQueue<Held> begun = new LinkedBlockingQueue<>();
  private final Map<String, Function<CheckRequest, CheckResult>> prepared =
      new ConcurrentHashMap<>();
  private final boolean heedsStop;

  public HeldEngine() {
    this(true);
  }

  private HeldEngine(boolean heedsStop) {
    this.heedsStop = heedsStop;
  }

  /** One whose checks go on when they are stopped, and so bring their results late. */
  public static HeldEngine deafToStop() {
    return new HeldEngine(false);
  }

  @Override
  public String name() {
    return "held";
  }

  /** The next check that begins. */
  public Held next() {
    try {
      Held held = begun.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
      if (held == null) {
        throw new AssertionError("no check began");
      }
      return held;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether a check began that {@link #next} has not told of. */
  public boolean anyBegun() {
    return !begun.isEmpty();
  }

  /** Checks of this name are not held, and end so at once. */
  public void prepare(String name, Function<CheckRequest, CheckResult> result) {
    prepared.put(name, result);
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    listener.told(new CheckEvent.CheckStarted(request, Instant.now()));
    Function<CheckRequest, CheckResult> known = prepared.get(request.name());
    if (known != null) {
      return known.apply(request);
    }
    Held held = new Held(request, listener, new CompletableFuture<>());
    try (var _ =
        stop.onStop(
            () -> {
              if (heedsStop) {
                held.endWith(Results::stopped);
              }
            })) {
      begun.add(held);
      return held.end().get(DEADLINE_SECONDS, TimeUnit.SECONDS).apply(request);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the test never ended the check of " + request.name(), e);
    }
  }
}
