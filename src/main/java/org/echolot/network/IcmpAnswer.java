package org.echolot.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.echolot.text.AddressText;

/**
 * An ICMP error that came in answer to a connection attempt (RFC 792, RFC 4443). The numbers are
 * those of the family of {@code from}.
 *
 * @param type 0 to 255
 * @param code 0 to 255
 * @param from who sent it
 */
public record IcmpAnswer(int type, int code, InetAddress from) {

  private static final int UNREACHABLE = 3;
  private static final int TIME_EXCEEDED = 11;
  private static final int UNREACHABLE_V6 = 1;
  private static final int TIME_EXCEEDED_V6 = 3;

  /** What such an error says of the connection, whatever its family. */
  public enum Meaning {
    /** A rule forbids it. */
    PROHIBITED,
    /** The host was not found where it should be. */
    HOST_UNREACHABLE,
    /** There is no route. */
    NETWORK_UNREACHABLE,
    /** What a firewall says that is to look like a closed port. */
    PORT_UNREACHABLE,
    /** It went through too many routers. */
    LOOP,
    OTHER
  }

  /** What it says. */
  public Meaning meaning() {
    return from instanceof Inet6Address ? meaningV6() : meaningV4();
  }

  /** RFC 1812 5.2.7.1 has all codes of type 3. */
  private Meaning meaningV4() {
    return switch (type) {
      case UNREACHABLE ->
          switch (code) {
            case 0, 6, 11 -> Meaning.NETWORK_UNREACHABLE;
            case 1, 7, 12 -> Meaning.HOST_UNREACHABLE;
            case 3 -> Meaning.PORT_UNREACHABLE;
            case 9, 10, 13 -> Meaning.PROHIBITED;
            default -> Meaning.OTHER;
          };
      case TIME_EXCEEDED -> Meaning.LOOP;
      default -> Meaning.OTHER;
    };
  }

  /** RFC 4443 3.1. */
  private Meaning meaningV6() {
    return switch (type) {
      case UNREACHABLE_V6 ->
          switch (code) {
            case 0 -> Meaning.NETWORK_UNREACHABLE;
            case 1, 5, 6 -> Meaning.PROHIBITED;
            case 3 -> Meaning.HOST_UNREACHABLE;
            case 4 -> Meaning.PORT_UNREACHABLE;
            default -> Meaning.OTHER;
          };
      case TIME_EXCEEDED_V6 -> Meaning.LOOP;
      default -> Meaning.OTHER;
    };
  }

  /** Its numbers and its meaning, for example {@code 3/13, administratively prohibited}. */
  public String words() {
    return type
        + "/"
        + code
        + switch (meaning()) {
          case PROHIBITED -> ", administratively prohibited";
          case HOST_UNREACHABLE -> ", host unreachable";
          case NETWORK_UNREACHABLE -> ", network unreachable";
          case PORT_UNREACHABLE -> ", port unreachable";
          case LOOP -> ", time to live exceeded";
          case OTHER -> "";
        };
  }

  @Override
  public String toString() {
    return "ICMP " + words() + ", from " + AddressText.of(from);
  }
}
