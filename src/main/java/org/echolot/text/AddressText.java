package org.echolot.text;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Addresses as people write them: those of IPv6 as in RFC 5952, which is what firewalls and other
 * programs log, so that they are found there.
 */
public final class AddressText {

  private static final int GROUPS = 8;

  private AddressText() {}

  /** Address and port, an IPv6 address in brackets; the host name where there is no address. */
  public static String of(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    return of(ip == null ? address.getHostString() : of(ip), address.getPort());
  }

  /** Host and port, an IPv6 address in brackets. */
  public static String of(String host, int port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** The address alone, with its zone if it has one. */
  public static String of(InetAddress address) {
    String platforms = address.getHostAddress();
    if (!(address instanceof Inet6Address)) {
      return platforms;
    }
    int zone = platforms.indexOf('%');
    return ipv6(address.getAddress()) + (zone < 0 ? "" : platforms.substring(zone));
  }

  /** In lower case without leading zeros, and the first of the longest runs of zeros left out. */
  private static String ipv6(byte[] bytes) {
    int[] groups = new int[GROUPS];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = Short.toUnsignedInt(buffer.getShort());
    }
    int from = 0;
    int length = 1; // a single group of zeros is written
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosAt(groups, i);
      if (zeros > length) {
        from = i;
        length = zeros;
      }
    }
    if (length < 2) {
      return joined(groups, 0, GROUPS);
    }
    return joined(groups, 0, from) + "::" + joined(groups, from + length, GROUPS);
  }

  private static int zerosAt(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String joined(int[] groups, int from, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < end; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
