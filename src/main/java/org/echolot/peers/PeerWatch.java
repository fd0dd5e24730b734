package org.echolot.peers;

import java.time.Duration;
import org.echolot.text.DurationText;
import org.jspecify.annotations.Nullable;

/**
 * How a peer is watched.
 *
 * @param interval from the start of one check to the start of the next
 */
public record PeerWatch(Duration interval) {

  /** More often would be a burden to some peers. */
  public static final Duration MIN_INTERVAL = Duration.ofSeconds(10);

  public static final Duration MAX_INTERVAL = DurationText.MAX;

  /** If nobody chose. */
  public static final PeerWatch DEFAULT = new PeerWatch(Duration.ofMinutes(1));

  /**
   * @throws IllegalArgumentException if the interval is out of range; the message says so
   */
  public PeerWatch {
    PeerRules.requireNoFault(intervalFault(interval));
  }

  /** What is wrong with an interval as it is typed, in plain words; null: nothing. */
  public static @Nullable String textFault(String text) {
    String fault = DurationText.faultOf(text);
    return fault == null ? intervalFault(DurationText.parse(text)) : fault;
  }

  /** What is wrong with an interval, in plain words; null: nothing. */
  public static @Nullable String intervalFault(Duration interval) {
    return interval.compareTo(MIN_INTERVAL) < 0 || interval.compareTo(MAX_INTERVAL) > 0
        ? "An interval is from "
            + DurationText.format(MIN_INTERVAL)
            + " to "
            + DurationText.format(MAX_INTERVAL)
            + "."
        : null;
  }
}
