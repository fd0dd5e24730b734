package org.echolot.fleet;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.echolot.capture.Recording;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.concurrent.StopSignal;
import org.jspecify.annotations.Nullable;

/**
 * Checks each target a number of times: one target's checks one after the other, different targets
 * at the same time. Used once, by one thread, which also gets the results.
 */
public final class Schedule {

  /** What makes the calling thread go on. */
  sealed interface Event {}

  /**
   * The end of one check.
   *
   * @param target its index among the targets
   * @param run from 1
   */
  public record Ended(int target, int run, CheckEnded check) implements Event {

    /** What came of it. */
    public CheckResult result() {
      return check.result();
    }

    /** What happened in it. */
    public Recording recording() {
      return check.recording();
    }
  }

  private record StopWanted() implements Event {}

  private record Due(long atNanos, int target, int run) {}

  private final Fleet fleet;
  private final List<CheckRequest> targets;
  private final int repeat;
  private final Duration interval;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final SequencedMap<Integer, FleetRun> running = new LinkedHashMap<>();
  // In the order of their times, since all wait equally long.
  private final Queue<Due> due = new ArrayDeque<>();
  private boolean stopped;

  /**
   * @param repeat how often each target is checked, from 1
   * @param interval from the end of a target's check to the start of its next
   */
  public Schedule(Fleet fleet, List<CheckRequest> targets, int repeat, Duration interval) {
    this.fleet = fleet;
    this.targets = targets;
    this.repeat = repeat;
    this.interval = interval;
  }

  /**
   * Runs all checks.
   *
   * @param sink is given each result as the check ends; when it says false, nobody reads any more,
   *     and the rest is stopped
   * @param stop ends all early: what runs or waits ends as cancelled, what is not due yet is left
   *     out
   * @return whether all checks that were asked for were made
   */
  public boolean run(Predicate<Ended> sink, StopSignal stop) throws InterruptedException {
    try (var _ = stop.onStop(() -> events.add(new StopWanted()))) {
      for (int target = 0; target < targets.size(); target++) {
        begin(target, 1);
      }
      boolean read = true;
      while (!running.isEmpty() || !due.isEmpty()) {
        switch (nextEvent()) {
          case Ended ended -> {
            running.remove(ended.target());
            if (!stopped && ended.run() < repeat) {
              due.add(
                  new Due(System.nanoTime() + interval.toNanos(), ended.target(), ended.run() + 1));
            }
            if (read && !sink.test(ended)) {
              read = false;
              stopAll();
            }
          }
          case StopWanted _ -> stopAll();
          case null -> beginDue();
        }
      }
    }
    return !stopped;
  }

  /** What happened next; null if the next check is due before anything happens. */
  private @Nullable Event nextEvent() throws InterruptedException {
    Due next = due.peek();
    return next == null
        ? events.take()
        : events.poll(next.atNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void beginDue() {
    Due next = due.remove();
    begin(next.target(), next.run());
  }

  private void begin(int target, int run) {
    FleetListener listener =
        new FleetListener() {
          @Override
          public void checkEnded(CheckEnded ended) {
            events.add(new Ended(target, run, ended));
          }
        };
    running.put(target, fleet.start(List.of(targets.get(target)), listener));
  }

  private void stopAll() {
    if (running.isEmpty() && due.isEmpty()) {
      return;
    }
    stopped = true;
    due.clear();
    // Those that wait first, or each that is stopped would let one more begin.
    List.copyOf(running.sequencedValues().reversed()).forEach(FleetRun::stop);
  }
}
