package org.echolot.ui.peers;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.echolot.peers.Peer;
import org.echolot.text.AddressText;
import org.echolot.text.IpText;

/**
 * Where a peer is: what its tag {@code site: NAME} says; else the domain of its host, or the
 * network of its address as most are cut, with 24 bits of IPv4 and 64 of IPv6.
 */
final class Site {

  private static final String TAG = "site:";

  private Site() {}

  /** Its name; empty for a host name without a domain. */
  static String of(Peer peer) {
    Optional<String> tagged =
        peer.tags().stream()
            .filter(tag -> tag.toLowerCase(Locale.ROOT).startsWith(TAG))
            .map(tag -> tag.substring(TAG.length()).strip())
            .filter(name -> !name.isEmpty())
            .findFirst();
    return tagged.orElseGet(() -> ofHost(peer.host()));
  }

  private static String ofHost(String host) {
    int zone = host.indexOf('%');
    String address = zone < 0 ? host : host.substring(0, zone);
    if (IpText.isIp(address)) {
      return ofAddress(InetAddress.ofLiteral(address));
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String ofAddress(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return "This computer";
    }
    byte[] network = address.getAddress();
    int bits = address instanceof Inet6Address ? 64 : 24;
    Arrays.fill(network, bits / 8, network.length, (byte) 0);
    try {
      return AddressText.of(InetAddress.getByAddress(network)) + "/" + bits;
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // only of another length
    }
  }
}
