package org.echolot.check;

import java.time.Duration;
import org.echolot.text.DurationText;

/**
 * How long each stage may take, in all. Finite and more than zero, at most one hour.
 *
 * @param lookup for the lookup of the host name
 * @param connect for the connection, over all addresses of the name
 * @param tls for the TLS handshake
 * @param associate from the A-ASSOCIATE-RQ to its whole answer
 * @param echo from the C-ECHO-RQ to its whole answer
 * @param release from the A-RELEASE-RQ to its whole answer
 */
public record Timeouts(
    Duration lookup,
    Duration connect,
    Duration tls,
    Duration associate,
    Duration echo,
    Duration release) {

  /** The longest timeout that can be set. */
  public static final Duration MAX = DurationText.MAX;

  /**
   * The least that a lookup gets if nobody chose. The resolver of most systems turns to the second
   * DNS server after 5 s: so long a dead first one must not make a check fail.
   */
  private static final Duration LOOKUP = Duration.ofSeconds(11);

  /** What holds where nobody chose. */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(3));

  /**
   * @throws IllegalArgumentException if one is zero, negative or longer than {@link #MAX}
   */
  public Timeouts {
    requireInRange("lookup", lookup);
    requireInRange("connect", connect);
    requireInRange("tls", tls);
    requireInRange("associate", associate);
    requireInRange("echo", echo);
    requireInRange("release", release);
  }

  /**
   * These times, and for the lookup, for which nobody chose one, as long as a dead DNS server needs
   * and never less than for the connection.
   *
   * @throws IllegalArgumentException if one is zero, negative or longer than {@link #MAX}
   */
  public Timeouts(
      Duration connect, Duration tls, Duration associate, Duration echo, Duration release) {
    this(connect.compareTo(LOOKUP) > 0 ? connect : LOOKUP, connect, tls, associate, echo, release);
  }

  /**
   * These, but so short that a peer that is silent in one stage is told as that before {@code all}
   * has passed: what one stage may take leaves time for the others.
   *
   * @param all more than zero
   */
  public Timeouts fittedInto(Duration all) {
    Duration most = Duration.ofNanos(all.toNanos() / 5 * 2);
    return new Timeouts(
        least(lookup, most),
        least(connect, most),
        least(tls, most),
        least(associate, most),
        least(echo, most),
        least(release, most));
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** The same time for every stage, the lookup included. */
  public static Timeouts all(Duration each) {
    return new Timeouts(each, each, each, each, each, each);
  }

  private static void requireInRange(String name, Duration value) {
    if (!value.isPositive() || value.compareTo(MAX) > 0) {
      throw new IllegalArgumentException(
          "the " + name + " timeout must be more than 0 and at most 1 hour, not " + value);
    }
  }

  /** The one that a cause is about; that of the connection where it is about none. */
  public Duration of(Cause cause) {
    return switch (cause) {
      case ASSOCIATE_TIMEOUT -> associate;
      case ECHO_TIMEOUT -> echo;
      case TLS_TIMEOUT -> tls;
      case RESOLVE_TIMEOUT -> lookup();
      default -> connect;
    };
  }
}
