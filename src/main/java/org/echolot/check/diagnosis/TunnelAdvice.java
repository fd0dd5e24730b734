package org.echolot.check.diagnosis;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
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
      @Nullable InetSocketAddress remote,
      @Nullable InetSocketAddress local) {
    if (remote == null || remote.getAddress() == null || !remote.getAddress().isLoopbackAddress()) {
      return advice;
    }
    return switch (cause) {
      // A service that does not run is as likely.
      case CONNECTION_REFUSED -> insert(advice, 1, List.of(TUNNEL + "check that it is open."));
      // A tunnel accepts before it knows whether it can reach its far end.
      case TLS_TIMEOUT,
          TLS_FAILED,
          CLOSED_BEFORE_REPLY,
          ASSOCIATE_TIMEOUT,
          CLOSED_DURING_ECHO,
          ECHO_TIMEOUT ->
          insert(advice, 0, List.of(TUNNEL + "check its far end first.", farEnd(local)));
      default -> advice;
    };
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
