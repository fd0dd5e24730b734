package org.echolot.listener;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.echolot.text.AddressText;

/**
 * From where a caller comes, as far as that tells callers apart: an IPv4 address, or the 64 bits of
 * an IPv6 address that its holder was given (RFC 4291 2.5.1) and within which it may choose.
 *
 * @param network the address, or the beginning of it with zeros
 */
record CallerSource(InetAddress network) {

  private static final int PREFIX_BYTES = 8;

  static CallerSource of(InetAddress address) {
    if (address instanceof Inet6Address) {
      byte[] network = address.getAddress();
      Arrays.fill(network, PREFIX_BYTES, network.length, (byte) 0);
      return new CallerSource(inet6(network));
    }
    return new CallerSource(address);
  }

  private static InetAddress inet6(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new AssertionError("16 bytes are an address", e);
    }
  }

  /** The address, or the network as RFC 4291 2.3 writes it. */
  @Override
  public String toString() {
    String text = AddressText.of(network);
    return network instanceof Inet6Address ? text + "/" + 8 * PREFIX_BYTES : text;
  }
}
