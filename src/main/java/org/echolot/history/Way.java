package org.echolot.history;

import java.time.Duration;
import org.echolot.check.Observed;
import org.echolot.network.TcpPath;
import org.jspecify.annotations.Nullable;

/**
 * What is different in each check of what the system knew of the connection's way.
 *
 * @param roundTripMicros the shortest round trip
 * @param retransmissions how many segments were sent again
 * @param unacknowledged how many segments were not acknowledged at the end
 */
record Way(long roundTripMicros, int retransmissions, int unacknowledged) {

  /** Null where the system said nothing. */
  static @Nullable Way of(Observed observed) {
    TcpPath path = observed.network();
    return path == null
        ? null
        : new Way(Micros.of(path.roundTrip()), path.retransmissions(), path.unacknowledged());
  }

  /** What checks that went alike have alike. */
  static @Nullable TcpPath without(@Nullable TcpPath path) {
    return path == null ? null : new TcpPath(Duration.ZERO, 0, 0, path.mss(), path.pathMtu());
  }

  /**
   * The whole again.
   *
   * @param way null, as {@code alike}: it is not known
   */
  static @Nullable TcpPath whole(@Nullable Way way, @Nullable TcpPath alike) {
    return way == null || alike == null
        ? null
        : new TcpPath(
            Micros.span(way.roundTripMicros),
            way.retransmissions,
            way.unacknowledged,
            alike.mss(),
            alike.pathMtu());
  }
}
