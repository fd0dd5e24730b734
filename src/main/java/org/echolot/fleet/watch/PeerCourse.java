package org.echolot.fleet.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.concurrent.Stamp;
import org.echolot.text.SpanText;
import org.jspecify.annotations.Nullable;

/**
 * One watched peer: what its checks showed so far, and when the next is due. A change is one when
 * two checks in a row show it. Not safe for use by several threads.
 */
final class PeerCourse {

  /** What one check showed and none has confirmed. */
  private record Hint(boolean up, @Nullable Cause cause, Instant at) {}

  private final Pace pace;
  private final WatchEvents events;
  private final FlapMeter flaps = new FlapMeter();

  private Watched watched;
  private long dueNanos;
  private boolean running;

  private WatchState steady = WatchState.UNCHECKED;
  private @Nullable Cause cause;
  private @Nullable Instant since;
  private @Nullable Hint hint;

  /** What the confirmed failure looks like where no second connection looks into it. */
  private final Set<Cause> likeCause = EnumSet.noneOf(Cause.class);

  private int busyInRow;
  private @Nullable LineFault fault;
  private @Nullable CheckResult last;
  private long succeeded;
  private long failed;
  private long notCounted;

  PeerCourse(Watched watched, Pace pace, WatchEvents events, long dueNanos) {
    this.watched = watched;
    this.pace = pace;
    this.events = events;
    this.dueNanos = dueNanos;
  }

  Watched watched() {
    return watched;
  }

  /** Takes another name, timeouts or interval for a peer that is reached as before. */
  void change(Watched value, long nanos) {
    if (!running && value.interval().compareTo(watched.interval()) < 0) {
      dueNanos = Math.min(dueNanos, nanos + pace.interval(value.interval()));
    }
    watched = value;
  }

  boolean isRunning() {
    return running;
  }

  long dueNanos() {
    return dueNanos;
  }

  void dueAt(long nanos) {
    dueNanos = nanos;
  }

  /** Whether its last state is one that a better network could mend. */
  boolean wantsAnotherLook() {
    return steady == WatchState.FAILS || fault != null;
  }

  /**
   * What the check asks that now begins. A peer whose failure is known is not asked a second time,
   * on further connections, what is the matter.
   */
  CheckRequest begin() {
    running = true;
    CheckRequest request = watched.request();
    boolean known = steady == WatchState.FAILS && hint == null;
    return request.withTlsProbe(request.probesTls() && !known);
  }

  /** A check ended. */
  void ended(Verdict verdict, CheckResult result, Stamp now) {
    running = false;
    last = result;
    Instant at = result.startedAt().toInstant();
    boolean busy = false;
    switch (verdict) {
      case Verdict.Answered _ -> {
        succeeded++;
        wayBack(at);
        answered(at, now.nanos());
      }
      case Verdict.Failed(Cause why) -> {
        failed++;
        wayBack(at);
        busy = why == Cause.REJECTED_BUSY;
        failedBy(why, result.summary(), at, now.nanos());
      }
      case Verdict.NotCounted(LineFault why) -> {
        notCounted++;
        hint = null; // what it hinted at may have been our line, too
        noWay(why, at);
      }
    }
    busyInRow = busy ? busyInRow + 1 : 0;
    tellFlaps(flaps.looked(now.nanos(), watched.interval()), at);
    dueNanos = nextDue(now.nanos());
  }

  private long nextDue(long nanos) {
    Duration interval = watched.interval();
    if (busyInRow > 0) {
      return nanos + pace.backOff(interval, busyInRow);
    }
    if (hint != null) {
      return nanos + pace.confirmation(interval);
    }
    // From the time that it was due, so that a slow peer is not checked less often.
    return Math.max(dueNanos + pace.interval(interval), nanos + pace.confirmation(interval));
  }

  private void answered(Instant at, long nanos) {
    Hint before = hint;
    hint = null;
    switch (steady) {
      case UNCHECKED -> {
        settle(WatchState.ANSWERS, null, at);
        tell(at, WatchEvent.Kind.ANSWERS, null, name() + " answers");
      }
      case ANSWERS -> {
        if (before != null) {
          turn(
              nanos,
              before.at(),
              WatchEvent.Kind.FAILED_ONCE,
              before.cause(),
              name()
                  + " failed once and then answered"
                  + (before.cause() == null ? "" : ": " + before.cause().label()));
        }
      }
      case FAILS, FLAPS -> {
        if (before == null || !before.up()) {
          hint = new Hint(true, null, at);
          return;
        }
        Instant began = since;
        settle(WatchState.ANSWERS, null, before.at());
        turn(
            nanos,
            before.at(),
            WatchEvent.Kind.RECOVERED,
            null,
            name()
                + " answers again"
                + (began == null ? "" : ", after " + lasted(began, before.at())));
      }
    }
  }

  private void failedBy(Cause why, String summary, Instant at, long nanos) {
    Hint before = hint;
    hint = null;
    if (steady != WatchState.FAILS) {
      if (before == null) {
        hint = new Hint(false, why, at);
        return;
      }
      settle(WatchState.FAILS, why, before.at());
      turn(nanos, before.at(), WatchEvent.Kind.FAILS, why, name() + " fails: " + summary);
      return;
    }
    if (before != null && before.up()) {
      turn(
          nanos,
          before.at(),
          WatchEvent.Kind.ANSWERED_ONCE,
          why,
          name() + " answered once and fails again: " + summary);
    }
    if (why == cause || likeCause.contains(why)) {
      if (before != null && before.cause() != null && before.cause() != cause) {
        likeCause.add(before.cause());
      }
      return;
    }
    if (before == null || before.cause() != why) {
      hint = new Hint(false, why, at);
      return;
    }
    Instant began = since;
    settle(WatchState.FAILS, why, began == null ? before.at() : began);
    tell(
        before.at(),
        WatchEvent.Kind.OTHER_CAUSE,
        why,
        name() + " fails for another cause: " + summary);
  }

  private void settle(WatchState state, @Nullable Cause why, Instant at) {
    steady = state;
    cause = why;
    since = at;
    likeCause.clear();
  }

  /** Tells a turn, unless it is one of many. */
  private void turn(
      long nanos, Instant at, WatchEvent.Kind kind, @Nullable Cause why, String text) {
    FlapMeter.Change change = flaps.turned(nanos, watched.interval());
    if (!flaps.isFlapping()) {
      tell(at, kind, why, text);
    }
    tellFlaps(change, at);
  }

  private void tellFlaps(FlapMeter.Change change, Instant at) {
    switch (change) {
      case NONE -> {
        // Nothing to tell.
      }
      case BEGAN ->
          tell(
              at,
              WatchEvent.Kind.FLAPS,
              cause,
              name() + " answers and fails by turns (" + flaps.total() + " changes so far)");
      case ENDED ->
          tell(
              at,
              WatchEvent.Kind.STEADY,
              cause,
              name()
                  + " is steady again, and "
                  + steady.label()
                  + (cause == null ? "" : ": " + cause.label())
                  + " ("
                  + flaps.total()
                  + " changes in all)");
    }
  }

  private void noWay(@Nullable LineFault why, Instant at) {
    boolean isFirst = fault == null;
    fault = why;
    if (why != null && why.scope() == LineFault.Scope.ONE && isFirst) {
      tell(at, WatchEvent.Kind.NO_WAY, null, name() + " could not be checked: " + why.words());
    }
  }

  private void wayBack(Instant at) {
    LineFault before = fault;
    fault = null;
    if (before != null && before.scope() == LineFault.Scope.ONE) {
      tell(at, WatchEvent.Kind.WAY_BACK, null, name() + " can be checked again");
    }
  }

  Standing standing() {
    boolean flapping = flaps.isFlapping();
    return new Standing(
        watched,
        flapping ? WatchState.FLAPS : steady,
        flapping ? null : cause,
        since,
        hint != null,
        fault,
        last,
        succeeded,
        failed,
        notCounted);
  }

  private void tell(Instant at, WatchEvent.Kind kind, @Nullable Cause why, String text) {
    events.add(at, kind, watched.request(), why, text);
  }

  private String name() {
    return watched.request().name();
  }

  /** By the clock on the wall, which may have been set meanwhile. */
  private static String lasted(Instant from, Instant to) {
    Duration span = Duration.between(from, to);
    return span.isNegative() ? "an unknown time" : SpanText.of(span);
  }
}
