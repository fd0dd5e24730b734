package org.echolot.fleet.watch;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.concurrent.Stamp;
import org.echolot.text.HostText;
import org.echolot.text.IpText;
import org.jspecify.annotations.Nullable;

/**
 * All that a watch decides: which checks are due when, and what is told of their results. It does
 * nothing by itself, and knows the time only from its callers. Not safe for use by several threads.
 */
final class WatchBoard {

  /** What is later than this was held up: by sleep, or by a computer that has no time for us. */
  private static final Duration HELD_UP = Duration.ofSeconds(10);

  private final Pace pace;
  private final WatchEvents events = new WatchEvents();
  private final WallClock clock = new WallClock();
  private final Map<UUID, PeerCourse> courses = new LinkedHashMap<>();
  private @Nullable LineFault lineFault;
  private boolean paused;

  WatchBoard(Pace pace) {
    this.pace = pace;
  }

  /**
   * Watches these and no others. A peer that is asked the same as before keeps its state, whatever
   * it is called now; of several with the same ID the last counts.
   */
  void watch(List<Watched> all, Stamp now) {
    Map<UUID, PeerCourse> before = new LinkedHashMap<>(courses);
    courses.clear();
    List<PeerCourse> added = new ArrayList<>();
    for (Watched watched : all) {
      UUID id = watched.request().peerId();
      PeerCourse known = before.get(id);
      if (known != null && known.watched().asksLike(watched)) {
        known.change(watched, now.nanos());
        courses.put(id, known);
      } else {
        PeerCourse course = new PeerCourse(watched, pace, events, now.nanos());
        courses.put(id, course);
        added.add(course);
      }
    }
    spread(added, now.nanos());
  }

  /** Nothing is due while it is paused. */
  void pause(boolean on, Stamp now) {
    if (paused && !on) {
      spread(courses.values().stream().filter(course -> !course.isRunning()).toList(), now.nanos());
    }
    paused = on;
  }

  private void spread(List<PeerCourse> some, long nanos) {
    for (PeerCourse course : some) {
      course.dueAt(nanos + pace.first(course.watched().interval(), some.size()));
    }
  }

  /**
   * The checks that begin now. Those that were held up for long do not all begin at once: a network
   * that was just switched on would be the first to fail.
   */
  List<CheckRequest> due(Stamp now) {
    clock.look(now, events);
    if (paused) {
      return List.of();
    }
    List<PeerCourse> due =
        courses.values().stream()
            .filter(course -> !course.isRunning() && course.dueNanos() - now.nanos() <= 0)
            .toList();
    List<PeerCourse> late =
        due.stream().filter(course -> now.nanos() - course.dueNanos() > HELD_UP.toNanos()).toList();
    late.stream()
        .mapToLong(course -> now.nanos() - course.dueNanos())
        .max()
        .ifPresent(most -> clock.heldUp(now, Duration.ofNanos(most), events));
    if (late.size() > 1) {
      spread(late, now.nanos());
    }
    return due.stream()
        .filter(course -> course.dueNanos() - now.nanos() <= 0)
        .sorted(Comparator.comparingLong(course -> course.dueNanos() - now.nanos()))
        .map(PeerCourse::begin)
        .toList();
  }

  /** How long until the next check is due, in nanoseconds from 0; empty while none waits. */
  OptionalLong untilNext(Stamp now) {
    if (paused) {
      return OptionalLong.empty();
    }
    return courses.values().stream()
        .filter(course -> !course.isRunning())
        .mapToLong(course -> Math.max(0, course.dueNanos() - now.nanos()))
        .min();
  }

  /**
   * A check ended.
   *
   * @param fault what was wrong at our own end, if it failed; null: nothing
   */
  void ended(CheckRequest request, CheckResult result, @Nullable LineFault fault, Stamp now) {
    PeerCourse course = courses.get(request.peerId());
    if (course == null || !course.isRunning()) {
      return; // it is no longer watched
    }
    if (!course.watched().asksLike(new Watched(request, course.watched().interval()))) {
      return; // of what the peer was before; its own check has not begun, or still runs
    }
    Verdict verdict = verdict(result, fault);
    line(verdict, result, now);
    course.ended(verdict, result, now);
  }

  private static Verdict verdict(CheckResult result, @Nullable LineFault fault) {
    return switch (result.outcome()) {
      case SUCCESS -> new Verdict.Answered();
      case CANCELLED -> new Verdict.NotCounted(null);
      case FAILURE -> {
        if (fault != null || result.cause() == null) {
          yield new Verdict.NotCounted(fault);
        }
        yield switch (result.cause()) {
          case INTERNAL_ERROR ->
              new Verdict.NotCounted(new LineFault(LineFault.Scope.ONE, result.summary()));
          default -> new Verdict.Failed(result.cause());
        };
      }
    };
  }

  private void line(Verdict verdict, CheckResult result, Stamp now) {
    if (verdict instanceof Verdict.NotCounted(LineFault fault)) {
      if (fault != null && fault.scope() != LineFault.Scope.ONE && lineFault == null) {
        lineFault = fault;
        events.add(
            result.startedAt().toInstant(),
            WatchEvent.Kind.LINE_DOWN,
            null,
            null,
            "This computer's own network is down: "
                + fault.words()
                + ". Nothing is counted against "
                + (fault.scope() == LineFault.Scope.NAMES
                    ? "peers that are called by name"
                    : "the peers"));
      }
    } else if (lineFault != null && showsThatItEnded(lineFault, result)) {
      lineUp(now);
    }
  }

  /** Whether a check that counts could not have come out so while {@code fault} lasted. */
  private static boolean showsThatItEnded(LineFault fault, CheckResult result) {
    String host = result.request().host();
    InetSocketAddress remote = result.remoteAddress();
    if (HostText.isLocalName(host) || (remote != null && remote.getAddress().isLoopbackAddress())) {
      return false;
    }
    return fault.scope() == LineFault.Scope.ALL || !IpText.isIp(host);
  }

  private void lineUp(Stamp now) {
    lineFault = null;
    events.add(
        now.at(), WatchEvent.Kind.LINE_UP, null, null, "This computer's own network is up again");
    lookAgain(now);
  }

  /** What is wrong with our own line; null: nothing is known to be. */
  @Nullable LineFault lineFault() {
    return lineFault;
  }

  /** This computer has other addresses: whoever failed may answer now. */
  void networkChanged(String addresses, Stamp now) {
    events.add(
        now.at(),
        WatchEvent.Kind.NETWORK_CHANGED,
        null,
        null,
        "The network of this computer changed; its addresses are now: "
            + (addresses.isEmpty() ? "none" : addresses));
    lookAgain(now);
  }

  private void lookAgain(Stamp now) {
    spread(
        courses.values().stream()
            .filter(course -> !course.isRunning() && course.wantsAnotherLook())
            .toList(),
        now.nanos());
  }

  /** How each peer stands, in the order in which they are watched. */
  List<Standing> standings() {
    return courses.values().stream().map(PeerCourse::standing).toList();
  }

  List<WatchEvent> takeFresh() {
    return events.takeFresh();
  }

  List<WatchEvent> events() {
    return events.kept();
  }
}
