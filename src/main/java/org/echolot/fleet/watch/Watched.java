package org.echolot.fleet.watch;

import java.time.Duration;
import java.util.Objects;
import org.echolot.check.CheckRequest;
import org.echolot.peers.PeerWatch;

/**
 * A peer that is to be watched.
 *
 * @param request what its checks ask
 * @param interval from the start of one check to the start of the next, as {@link PeerWatch} allows
 */
public record Watched(CheckRequest request, Duration interval) {

  /**
   * @throws IllegalArgumentException if the interval is out of range
   */
  public Watched {
    interval = new PeerWatch(interval).interval();
  }

  /** Whether its checks ask the same as those of {@code other}, names and timeouts apart. */
  boolean asksLike(Watched other) {
    CheckRequest a = request;
    CheckRequest b = other.request;
    return a.calledAe().equals(b.calledAe())
        && a.callingAe().equals(b.callingAe())
        && a.address().equalsIgnoreCase(b.address())
        && Objects.equals(a.tls(), b.tls())
        && Objects.equals(a.userIdentity(), b.userIdentity())
        && Objects.equals(a.source(), b.source());
  }
}
