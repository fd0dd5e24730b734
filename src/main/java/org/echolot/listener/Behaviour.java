package org.echolot.listener;

import java.time.Duration;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.dicom.pdu.AssociateRj;
import org.jspecify.annotations.Nullable;

/**
 * How a listener treats the callers that it would answer well, so that one learns how their device
 * shows each fault.
 *
 * @param rejection what each of them is rejected with; null: with nothing
 * @param aborts whether each request for an association is aborted
 * @param acceptsNoContext whether associations are accepted without any presentation context
 * @param echoStatus what each C-ECHO is answered, 0 to 65,535
 * @param delay how long each answer is held back; at most {@link #MAX_DELAY}
 */
public record Behaviour(
    @Nullable AssociateRj rejection,
    boolean aborts,
    boolean acceptsNoContext,
    int echoStatus,
    Duration delay) {

  /** The longest delay that can be chosen. */
  public static final Duration MAX_DELAY = Duration.ofMinutes(10);

  /** All are answered as well as can be. */
  public static final Behaviour GOOD =
      new Behaviour(null, false, false, DimseStatus.SUCCESS, Duration.ZERO);

  /**
   * @throws IllegalArgumentException if the status or the delay is out of range
   */
  public Behaviour {
    if (echoStatus < 0 || echoStatus > 0xFFFF) {
      throw new IllegalArgumentException("a status is from 0 to 65535");
    }
    if (delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
      throw new IllegalArgumentException("a delay is from 0 to 10 minutes");
    }
  }

  /** Whether it is chosen, and so worth a word. */
  public boolean isGood() {
    return equals(GOOD);
  }
}
