package org.echolot.check.diagnosis;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * What to try besides where the peer's address is this computer itself: the port may be the near
 * end of a tunnel, and the peer far away. Pure.
 */
public final class TunnelAdvice {

  private static final String TUNNEL =
      "If the peer is reached through a tunnel on this computer (ssh -L, kubectl port-forward), ";

  /** Not that of the check, which is sent to somebody. */
  private static final Pattern PEERS_LOG =
      Pattern.compile("\\b(?:its|peer's) log|the log (?:entry|shows|of this time)");

  /** Ways in which a handshake ends about which the peer's log has something. */
  private static final Set<@Nullable Variant> END_OF_TLS =
      EnumSet.of(
          Variant.ALERT,
          Variant.ALERT_WITHOUT_SERVER_NAME,
          Variant.CLOSED_DURING_HANDSHAKE,
          Variant.CLOSED_AFTER_HELLO,
          Variant.CLOSED_WITHOUT_SERVER_NAME,
          Variant.TLS_CLOSED_LATE,
          Variant.TLS_RESET_AT_ONCE);

  private static final Set<Variant> ANSWERED =
      EnumSet.of(
          Variant.ALERT,
          Variant.ALERT_WITHOUT_SERVER_NAME,
          Variant.CLOSED_DURING_HANDSHAKE,
          Variant.TLS_BEGAN,
          Variant.HEADER_EXPECTED,
          Variant.CLOSED_DURING_REPLY,
          Variant.CLOSED_DURING_REFUSAL,
          Variant.CLOSED_DURING_NO_REPLY,
          Variant.CLOSED_AFTER_OVERLONG,
          Variant.ASSOCIATE_PARTIAL,
          Variant.ASSOCIATE_REFUSAL_BEGUN,
          Variant.ASSOCIATE_OTHER_BEGUN,
          Variant.ASSOCIATE_DRIPS,
          Variant.ASSOCIATE_OVERLONG);

  private TunnelAdvice() {}

  /**
   * The advice with that about tunnels, if it may be one.
   *
   * @param remote what was called; null: nothing
   * @param local from where; null: no connection was made
   */
  public static List<String> addedTo(
      List<String> advice,
      Cause cause,
      @Nullable Variant variant,
      @Nullable InetSocketAddress remote,
      @Nullable InetSocketAddress local) {
    if (remote == null || remote.getAddress() == null || !remote.getAddress().isLoopbackAddress()) {
      return advice;
    }
    return switch (cause) {
      // A service that does not run is as likely.
      case CONNECTION_REFUSED -> insert(advice, 1, List.of(TUNNEL + "check that it is open."));
      case CLOSED_DURING_ECHO, ECHO_TIMEOUT -> withFarEnd(advice, local);
      case TLS_TIMEOUT, TLS_FAILED, CLOSED_BEFORE_REPLY, ASSOCIATE_TIMEOUT ->
          isOfThePeer(cause, variant)
              ? advice
              : hasAnswered(variant)
                  // A tunnel accepts before it knows whether it reaches its far end; this one did.
                  ? withFarEnd(advice, local)
                  : withFarEnd(
                      insert(
                          advice,
                          // What is without a far end resets at once; else a service is likelier.
                          resetsAtOnce(variant) ? 0 : advice.size(),
                          List.of(TUNNEL + "check its far end.")),
                      local);
      default -> advice;
    };
  }

  private static boolean resetsAtOnce(@Nullable Variant variant) {
    return variant == Variant.RESET_AT_ONCE || variant == Variant.TLS_RESET_AT_ONCE;
  }

  /** With whom to look for in the peer's log, if a step sends somebody there. */
  private static List<String> withFarEnd(List<String> advice, @Nullable InetSocketAddress local) {
    return advice.stream().anyMatch(step -> PEERS_LOG.matcher(step).find())
        ? insert(advice, advice.size(), List.of(farEnd(local)))
        : advice;
  }

  /** Whether it is about what the peer showed, or what we have, and no log is to be looked at. */
  private static boolean isOfThePeer(Cause cause, @Nullable Variant variant) {
    return cause == Cause.TLS_FAILED && !END_OF_TLS.contains(variant);
  }

  /** Whether something of the peer itself, or of what speaks TLS for it, had come. */
  private static boolean hasAnswered(@Nullable Variant variant) {
    return variant != null && ANSWERED.contains(variant);
  }

  private static String farEnd(@Nullable InetSocketAddress local) {
    return "Through a tunnel, look in the peer's log for the address of the tunnel's far end"
        + (local == null ? "." : ", not for " + AddressText.of(local) + ".");
  }

  private static List<String> insert(List<String> advice, int at, List<String> steps) {
    List<String> all = new ArrayList<>(advice);
    all.addAll(Math.min(at, all.size()), steps);
    return List.copyOf(all);
  }
}
