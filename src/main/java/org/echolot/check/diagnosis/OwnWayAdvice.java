package org.echolot.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.echolot.network.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Advice for calls that leave this computer by a network interface that looks like a VPN's, where
 * no answer came: that is to be looked at before the peer's network. Pure.
 */
final class OwnWayAdvice {

  /** As systems call the network interfaces of VPNs. */
  private static final Pattern VPN =
      Pattern.compile(
          "(?i)(?:tun|tap|wg|ppp|utun|ipsec|zt|tailscale|gpd|cscotun|vpn|nordlynx|proton)\\w*");

  private static final Pattern OTHER_ADDRESS = Pattern.compile("Call from another address .*");

  private OwnWayAdvice() {}

  /** Whether a network interface is called like that of a VPN. */
  static boolean isVpn(@Nullable String card) {
    return card != null && VPN.matcher(card).matches();
  }

  /**
   * The advice with a step about that before it.
   *
   * @param variant what the cause means in particular; null: nothing
   * @param origin where the call left; null: it is not known, or it did not
   */
  static List<String> addedTo(
      List<String> advice, Cause cause, @Nullable Variant variant, @Nullable Origin origin) {
    boolean saysSo = variant == Variant.SILENT_WITHOUT_CARRIER || variant == Variant.NO_CARRIER;
    boolean isAboutTheWay = cause == Cause.CONNECT_TIMEOUT || cause == Cause.HOST_UNREACHABLE;
    if (origin == null || saysSo || !isAboutTheWay || !isVpn(origin.card())) {
      return advice;
    }
    List<String> all = new ArrayList<>();
    all.add(
        "Check that the VPN is connected: calls to this peer go through "
            + origin.card()
            + ", a network interface as VPNs have it.");
    advice.stream().filter(step -> !OTHER_ADDRESS.matcher(step).matches()).forEach(all::add);
    return List.copyOf(all);
  }
}
