package org.echolot.check.diagnosis;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.echolot.check.Warning;

/**
 * Decides, for one check, whether a warning is due that the peer makes other clients wait ({@link
 * Warning.Code#DELAYED_ACK_STALL}): it is where the peer held a piece of its reply back until we
 * acknowledged the one before, or was seen to do so by a check shortly before this one. Used by the
 * thread of the check.
 */
public final class DelayedAckStall {

  private static final String TEXT =
      "The peer sends its response in pieces, and keeps the next one back until the one before is"
          + " acknowledged (Nagle's algorithm). Clients that acknowledge late can lose about 40 ms"
          + " each time; we acknowledge at once. TCP_NODELAY at the peer avoids it.";

  private final KnownStalls known;
  private final InetSocketAddress peer;
  private final boolean seenBefore;

  /**
   * @param known what the checks before this one saw; what this one sees goes there too
   */
  public DelayedAckStall(KnownStalls known, InetSocketAddress peer) {
    this.known = known;
    this.peer = peer;
    this.seenBefore = known.isKnown(peer);
  }

  /** Whether this check is to look for it: a peer that is known need not show it again. */
  public boolean isSought() {
    return !seenBefore;
  }

  /**
   * The warning that is due.
   *
   * @param heldBackFor how long the peer held back a piece of its reply; zero: not at all, or
   *     nobody looked
   */
  public Optional<Warning> warning(Duration heldBackFor) {
    boolean seen = heldBackFor.isPositive();
    if (seen) {
      known.remember(peer);
    }
    return seen || seenBefore
        ? Optional.of(new Warning(Warning.Code.DELAYED_ACK_STALL, TEXT))
        : Optional.empty();
  }
}
