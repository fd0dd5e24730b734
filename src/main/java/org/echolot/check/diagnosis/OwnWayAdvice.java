package org.echolot.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.echolot.check.Move;
import org.echolot.network.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Advice for calls that leave this computer by a network interface that looks like a VPN's, or that
 * is not connected, where no answer came: that is to be looked at before the peer's network. Pure.
 */
final class OwnWayAdvice {

  /** As systems call the network interfaces of VPNs. */
  private static final Pattern VPN =
      Pattern.compile(
          "(?i)(?:tun|tap|wg|ppp|utun|ipsec|zt|tailscale|gpd|cscotun|vpn|nordlynx|proton)\\w*");

  private static final Pattern OTHER_ADDRESS = Pattern.compile("Call from another address .*");

  private OwnWayAdvice() {}

  private static boolean isAboutTheWay(Cause cause) {
    return cause == Cause.CONNECT_TIMEOUT || cause == Cause.HOST_UNREACHABLE;
  }

  private static boolean isVpn(Origin origin) {
    return origin.card() != null && VPN.matcher(origin.card()).matches();
  }

  /**
   * The advice with a step about that before it.
   *
   * @param origin where the call left; null: it is not known, or it did not
   */
  static List<String> addedTo(List<String> advice, Cause cause, @Nullable Origin origin) {
    return origin == null || !isAboutTheWay(cause)
        ? advice
        : addedTo(advice, origin, origin.isUnplugged());
  }

  static List<String> addedTo(List<String> advice, Origin origin, boolean unplugged) {
    if (!isVpn(origin) && !unplugged) {
      return advice;
    }
    List<String> all = new ArrayList<>();
    all.add(
        isVpn(origin)
            ? "Check that the VPN is connected: calls to this peer go through "
                + origin.card()
                + ", a network interface as VPNs have it"
                + (unplugged ? ", which has no carrier." : ".")
            : "Check cable, Wi-Fi and network card of this computer: "
                + origin.card()
                + ", through which calls to this peer go, has no carrier.");
    if (unplugged) {
      all.add("Check again after that: without a carrier, nothing left this computer.");
      return List.copyOf(all);
    }
    advice.stream().filter(step -> !OTHER_ADDRESS.matcher(step).matches()).forEach(all::add);
    return List.copyOf(all);
  }

  /** Whose move it then is. */
  static Move moveOf(Move move, Cause cause, @Nullable Origin origin) {
    return origin != null && isAboutTheWay(cause) && origin.isUnplugged() ? Move.OURS : move;
  }
}
