package org.echolot.peers;

import java.time.Duration;
import org.echolot.check.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * A peer's own time-outs, more than 0 and at most {@link Timeouts#MAX}; null: the default holds.
 */
public record PeerTimeouts(
    @Nullable Duration connect,
    @Nullable Duration tls,
    @Nullable Duration associate,
    @Nullable Duration echo,
    @Nullable Duration release) {

  /** The defaults throughout. */
  public static final PeerTimeouts DEFAULT = new PeerTimeouts(null, null, null, null, null);

  /**
   * @throws IllegalArgumentException if one is out of range
   */
  public PeerTimeouts {
    over(connect, tls, associate, echo, release, Timeouts.DEFAULT);
  }

  /** The time-outs to check with: these, and {@code defaults} where there is none. */
  public Timeouts over(Timeouts defaults) {
    return over(connect, tls, associate, echo, release, defaults);
  }

  private static Timeouts over(
      @Nullable Duration connect,
      @Nullable Duration tls,
      @Nullable Duration associate,
      @Nullable Duration echo,
      @Nullable Duration release,
      Timeouts defaults) {
    return new Timeouts(
        or(connect, defaults.connect()),
        or(tls, defaults.tls()),
        or(associate, defaults.associate()),
        or(echo, defaults.echo()),
        or(release, defaults.release()));
  }

  private static Duration or(@Nullable Duration own, Duration otherwise) {
    return own == null ? otherwise : own;
  }
}
