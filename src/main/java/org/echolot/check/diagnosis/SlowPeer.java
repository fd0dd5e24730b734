package org.echolot.check.diagnosis;

import java.time.Duration;
import java.util.Optional;
import org.echolot.check.Warning;
import org.echolot.text.ElapsedText;

/** Decides whether a stage that succeeded took so long that it is worth a warning, and says why. */
public final class SlowPeer {

  private static final Duration SLOW = Duration.ofSeconds(1);

  private SlowPeer() {}

  /** The warning for a connection that took so long to open; empty if that is not slow. */
  public static Optional<Warning> connecting(Duration took) {
    return warning(
        "connection",
        took,
        " to open. If this happens every time, packets are lost in transit, or the peer is"
            + " overloaded.");
  }

  /**
   * The warning for an answer that took so long; empty if that is not slow.
   *
   * @param what came, as in "the TLS handshake"
   */
  public static Optional<Warning> answering(String what, Duration took) {
    return warning(
        what,
        took,
        ". If this happens every time, the peer may be looking up the names of its callers on a"
            + " DNS server that does not respond.");
  }

  private static Optional<Warning> warning(String what, Duration took, String why) {
    return took.compareTo(SLOW) < 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                Warning.Code.SLOW_PEER, "The " + what + " took " + ElapsedText.of(took) + why));
  }
}
