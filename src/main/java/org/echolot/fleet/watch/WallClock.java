package org.echolot.fleet.watch;

import java.time.Duration;
import org.echolot.concurrent.Stamp;
import org.echolot.text.SpanText;
import org.jspecify.annotations.Nullable;

/**
 * Sees where the computer's time of day and its monotonic clock part: after sleep on systems whose
 * monotonic clock stops meanwhile, and when the time is set. When checks are due goes by the
 * monotonic clock alone; this is for whoever reads the times.
 */
final class WallClock {

  /** Less is what a time service does all day. */
  private static final Duration WORTH_TELLING = Duration.ofSeconds(30);

  private @Nullable Stamp before;

  /** Looks at a moment, and tells what is odd about it. */
  void look(Stamp now, WatchEvents events) {
    Stamp last = before;
    before = now;
    if (last == null) {
      return;
    }
    Duration passed = Duration.between(last.at(), now.at());
    Duration off = passed.minus(now.since(last));
    if (off.compareTo(WORTH_TELLING) > 0) {
      paused(last, off, events);
    } else if (off.compareTo(WORTH_TELLING.negated()) < 0) {
      events.add(
          now.at(),
          WatchEvent.Kind.CLOCK_SET_BACK,
          null,
          null,
          "The clock of this computer was set back by " + SpanText.of(off.negated()));
    }
  }

  /** The monotonic clock went on, but nothing was done for that long though it was due. */
  void heldUp(Stamp now, Duration off, WatchEvents events) {
    events.add(
        now.at().minus(off),
        WatchEvent.Kind.PAUSED,
        null,
        null,
        "No checks for "
            + SpanText.of(off)
            + ": this computer was asleep, or had no time for them");
  }

  private static void paused(Stamp last, Duration off, WatchEvents events) {
    events.add(
        last.at(),
        WatchEvent.Kind.PAUSED,
        null,
        null,
        "No checks for "
            + SpanText.of(off)
            + ": this computer was asleep, or its clock was set forward");
  }
}
