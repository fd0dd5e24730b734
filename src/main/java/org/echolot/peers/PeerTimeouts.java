package org.echolot.peers;

import java.time.Duration;
import java.util.Objects;
import org.echolot.check.Timeouts;
import org.jspecify.annotations.Nullable;

/** A peer's own time-outs; null where the default holds. */
public record PeerTimeouts(
    @Nullable Duration connect,
    @Nullable Duration tls,
    @Nullable Duration associate,
    @Nullable Duration echo,
    @Nullable Duration release) {

  /** The defaults throughout. */
  public static final PeerTimeouts DEFAULT = new PeerTimeouts(null, null, null, null, null);

  /** All five, with the defaults where the peer has none of its own. */
  public Timeouts complete() {
    return new Timeouts(
        Objects.requireNonNullElse(connect, Timeouts.DEFAULT.connect()),
        Objects.requireNonNullElse(tls, Timeouts.DEFAULT.tls()),
        Objects.requireNonNullElse(associate, Timeouts.DEFAULT.associate()),
        Objects.requireNonNullElse(echo, Timeouts.DEFAULT.echo()),
        Objects.requireNonNullElse(release, Timeouts.DEFAULT.release()));
  }
}
