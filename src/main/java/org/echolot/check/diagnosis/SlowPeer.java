package org.echolot.check.diagnosis;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.check.Warning;
import org.echolot.text.ElapsedText;

/** Decides whether a stage that succeeded took so long that it is worth a warning, and says why. */
public final class SlowPeer {

  private static final Duration SLOW = Duration.ofSeconds(1);

  /** An answer that took fewer than this was slow for the line, and not for the peer. */
  private static final int ROUND_TRIPS = 4;

  private static final String ROUND_TRIP = " (round trip of the network: ";

  private SlowPeer() {}

  /**
   * The warning for a connection that took so long to open; empty if that is not slow.
   *
   * @param resent how many segments the system sent again for it; is asked only if it was slow
   */
  public static Optional<Warning> connecting(Duration took, IntSupplier resent) {
    return took.compareTo(SLOW) < 0
        ? Optional.empty()
        : warning(
            Move.NETWORK,
            "connection",
            took,
            resent.getAsInt() > 0
                ? " to open: our first packet got no answer, and was sent again. If this happens"
                    + " every time, a device in between drops first packets, packets are lost in"
                    + " transit, or the queue of the peer's port is full."
                : " to open. If this happens every time, the network is slow, packets are lost in"
                    + " transit, or the peer is overloaded.");
  }

  /**
   * The warning for answers to both the association request and the C-ECHO that took so long, which
   * no lookup of the caller's name explains; empty if the network was slow.
   */
  public static Optional<Warning> answeringBoth(
      Duration associate, Duration echo, Duration connectedIn, Supplier<Duration> roundTrip) {
    return isTheNetwork(associate, connectedIn) || isTheNetwork(echo, connectedIn)
        ? Optional.empty()
        : Optional.of(
            new Warning(
                Warning.Code.SLOW_PEER,
                "Every answer was slow: the association took "
                    + ElapsedText.of(associate)
                    + ", the response to our C-ECHO "
                    + ElapsedText.of(echo)
                    + ROUND_TRIP
                    + ElapsedText.of(roundTrip.get())
                    + "). The peer, or a proxy or gateway in front of it, delays each answer.",
                Move.PEER_ADMINISTRATOR));
  }

  /**
   * The warning for an answer that took so long; empty if that is not slow.
   *
   * @param stage of {@link CheckStage#TLS}, {@link CheckStage#ASSOCIATE} and {@link
   *     CheckStage#ECHO}
   * @param what came, as in "TLS handshake"
   * @param connectedIn how long the connection took to open: one round trip and some
   */
  public static Optional<Warning> answering(
      CheckStage stage, String what, Duration took, Duration connectedIn) {
    return answering(stage, what, took, connectedIn, () -> connectedIn);
  }

  /**
   * The same where the system may know better how long the network takes.
   *
   * @param roundTrip is asked only of an answer that was slow
   */
  public static Optional<Warning> answering(
      CheckStage stage,
      String what,
      Duration took,
      Duration connectedIn,
      Supplier<Duration> roundTrip) {
    return took.compareTo(SLOW) < 0
        ? Optional.empty()
        : warning(
            isTheNetwork(took, connectedIn) ? Move.NETWORK : Move.PEER_ADMINISTRATOR,
            what,
            took,
            why(stage, took, connectedIn, roundTrip.get()));
  }

  /**
   * The warning for an answer that took so long through a proxy; empty if that is not slow. Nothing
   * of what is known of the network goes beyond the proxy.
   */
  public static Optional<Warning> answeringByProxy(String what, Duration took) {
    return warning(
        Move.NETWORK,
        what,
        took,
        " through the proxy: the proxy, the network behind it, or the peer is slow. A check from"
            + " the proxy's own computer shows which.");
  }

  /**
   * The warning for a rejection or an abort that took so long: who waits less long sees something
   * else.
   *
   * @param what came, as in "rejection"
   */
  public static Optional<Warning> refusing(String what, Duration took) {
    return warning(
        Move.PEER_ADMINISTRATOR,
        what,
        took,
        " to come. Callers with a shorter timeout see a timeout instead. Ask what delays it, often"
            + " a lookup of the caller's name.");
  }

  /**
   * The same warning where so many packets were lost that the peer can hardly be blamed.
   *
   * @param resent how many packets were sent again
   */
  public static Warning onLossyNetwork(Warning slow, int resent) {
    int blame = slow.text().indexOf(ROUND_TRIP);
    return slow.code() != Warning.Code.SLOW_PEER || blame < 0
        ? slow
        : new Warning(
            slow.code(),
            slow.text().substring(0, blame)
                + ". The network is the likelier reason: "
                + resent
                + " packets had to be sent again in this check.",
            Move.NETWORK);
  }

  private static boolean isTheNetwork(Duration took, Duration connectedIn) {
    return ROUND_TRIPS * connectedIn.toNanos() >= took.toNanos();
  }

  private static String why(
      CheckStage stage, Duration took, Duration connectedIn, Duration roundTrip) {
    if (isTheNetwork(took, connectedIn)) {
      return ". The connection itself took "
          + ElapsedText.of(connectedIn)
          + " to open, so the network is slow, or packets are lost in transit.";
    }
    String itself =
        ROUND_TRIP + ElapsedText.of(roundTrip) + "): the peer, or a proxy in front of it, is slow";
    return stage == CheckStage.ASSOCIATE
        ? itself
            + ". If this happens every time, the peer may be looking up the names of its callers on"
            + " a DNS server that does not respond."
        : itself
            + ". If this happens every time, the peer may be busy, or wait for something else: a"
            + " database, a licence server, DNS.";
  }

  private static Optional<Warning> warning(Move move, String what, Duration took, String why) {
    return took.compareTo(SLOW) < 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                Warning.Code.SLOW_PEER,
                "The " + what + " took " + ElapsedText.of(took) + why,
                move));
  }
}
