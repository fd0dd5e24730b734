package org.echolot.capture;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonValue.Obj;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/** The end of a connection as JSON, and back. No name is ever looked up. */
final class AddressJson {

  private static final int MAX_PORT = 65_535;

  private AddressJson() {}

  /**
   * @throws IllegalArgumentException if it is the address of nothing, as those of connections never
   *     are
   */
  static @Nullable Obj written(@Nullable InetSocketAddress address) {
    if (address == null) {
      return null;
    }
    InetAddress ip = address.getAddress();
    if (ip == null) {
      throw new IllegalArgumentException("no connection has an end at a mere name: " + address);
    }

    String name = address.getHostString();
    return new FieldsWriter()
        .put("name", name.equals(ip.getHostAddress()) ? null : name)
        .put("address", AddressText.of(ip))
        .put("port", address.getPort())
        .object();
  }

  /**
   * @throws FaultException if it is no address
   */
  static @Nullable InetSocketAddress read(@Nullable RecordedFields from) throws FaultException {
    if (from == null) {
      return null;
    }
    int port = from.number("port", 0, MAX_PORT);
    String text = from.text("address");
    try {
      return new InetSocketAddress(named(from.textOrNull("name"), literal(text)), port);
    } catch (IllegalArgumentException | UnknownHostException _) {
      throw from.fault("address", "it must be an IP address");
    }
  }

  /**
   * An address alone.
   *
   * @param name the field that has it
   * @throws FaultException if it is none
   */
  static InetAddress ip(RecordedFields from, String name, String text) throws FaultException {
    try {
      return literal(text);
    } catch (IllegalArgumentException _) {
      throw from.fault(name, "it must be an IP address");
    }
  }

  /** The zone of an address is one of the computer that wrote it, which may be another one. */
  private static InetAddress literal(String text) {
    int zone = text.indexOf('%');
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      if (zone < 0) {
        throw e;
      }
      return InetAddress.ofLiteral(text.substring(0, zone));
    }
  }

  private static InetAddress named(@Nullable String name, InetAddress ip)
      throws UnknownHostException {
    if (name == null) {
      return ip;
    }
    return ip instanceof Inet6Address six && six.getScopeId() != 0
        ? Inet6Address.getByAddress(name, six.getAddress(), six.getScopeId())
        : InetAddress.getByAddress(name, ip.getAddress());
  }
}
