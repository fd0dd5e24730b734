package org.echolot.text;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses as people write them. */
public final class AddressText {

  private AddressText() {}

  /** Address and port, an IPv6 address in brackets; the host name where there is no address. */
  public static String of(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    String host = ip == null ? address.getHostString() : ip.getHostAddress();
    return of(host, address.getPort());
  }

  /** Host and port, an IPv6 address in brackets. */
  public static String of(String host, int port) {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
