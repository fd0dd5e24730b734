package org.echolot.check;

import java.time.Duration;
import org.echolot.text.DurationText;

/**
 * How long each stage may take, in all. Finite and more than zero, at most one hour.
 *
 * @param connect for the name look-up, and again for the connection, over all addresses of the name
 * @param tls for the TLS handshake
 * @param associate from the A-ASSOCIATE-RQ to its whole answer
 * @param echo from the C-ECHO-RQ to its whole answer
 * @param release from the A-RELEASE-RQ to its whole answer
 */
public record Timeouts(
    Duration connect, Duration tls, Duration associate, Duration echo, Duration release) {

  /** The longest time-out that can be set. */
  public static final Duration MAX = DurationText.MAX;

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
    requireInRange("connect", connect);
    requireInRange("tls", tls);
    requireInRange("associate", associate);
    requireInRange("echo", echo);
    requireInRange("release", release);
  }

  /** The same time for every stage. */
  public static Timeouts all(Duration each) {
    return new Timeouts(each, each, each, each, each);
  }

  private static void requireInRange(String name, Duration value) {
    if (!value.isPositive() || value.compareTo(MAX) > 0) {
      throw new IllegalArgumentException(
          "the " + name + " time-out must be more than 0 and at most 1 hour, not " + value);
    }
  }
}
