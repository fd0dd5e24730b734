package org.echolot.peers;

import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.AddressText;
import org.echolot.text.HostText;

/** A peer as people write it in one word: {@code AET@host:port}, an IPv6 address in brackets. */
public record AeAddress(AeTitle calledAe, String host, int port) {

  /**
   * Reads such a word.
   *
   * @throws IllegalArgumentException if {@code text} is not of that form; the message says in plain
   *     words what is wrong
   */
  public static AeAddress parse(String text) {
    // A title may have an @ of its own, a host can't.
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException("An AE title is needed, as in AET@host:104.");
    }
    PeerRules.requireNoFault(AeTitle.faultOf(text.substring(0, at)));
    String rest = text.substring(at + 1);
    int colon =
        rest.startsWith("[") ? rest.indexOf(':', rest.indexOf(']') + 1) : rest.lastIndexOf(':');
    if (rest.startsWith("[") && (rest.indexOf(']') < 0 || colon != rest.indexOf(']') + 1)) {
      throw new IllegalArgumentException(
          "After an address in brackets a port is needed, as in [::1]:104.");
    }
    if (colon < 0) {
      throw new IllegalArgumentException("A port is needed, as in AET@host:104.");
    }
    return new AeAddress(
        new AeTitle(text.substring(0, at)),
        host(rest.substring(0, colon)),
        port(rest.substring(colon + 1)));
  }

  private static String host(String host) {
    if (host.contains(":") && !host.startsWith("[") && !host.contains("//")) {
      throw new IllegalArgumentException(
          "An IPv6 address must be in brackets, as in AET@[::1]:104.");
    }
    PeerRules.requireNoFault(HostText.faultOf(host));
    return HostText.normalized(host);
  }

  private static int port(String port) {
    int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
    if (number < 1 || number > PeerRules.MAX_PORT) {
      throw new IllegalArgumentException("The port must be a number from 1 to 65535.");
    }
    return number;
  }

  /** Whether it is how {@code peer} is reached. */
  public boolean isOf(Peer peer) {
    return peer.calledAe().equals(calledAe)
        && peer.host().equalsIgnoreCase(host)
        && peer.port() == port;
  }

  /** As it is written. */
  @Override
  public String toString() {
    return calledAe + "@" + AddressText.of(host, port);
  }
}
