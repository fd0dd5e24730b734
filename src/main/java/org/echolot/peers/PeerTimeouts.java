package org.echolot.peers;

import java.time.Duration;
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
}
