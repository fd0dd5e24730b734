package org.echolot.cli;

import org.echolot.check.Approach;
import org.echolot.check.Approach.Proxy;
import org.echolot.cli.option.InputException;
import org.echolot.peers.PeerProxy;

/** Reads what the command line says of proxies. */
final class ProxyUrl {

  private ProxyUrl() {}

  /**
   * @throws InputException if it is no address of a proxy that can be used; it is not repeated
   *     where it may hold a password
   */
  static Proxy read(String text) throws InputException {
    PeerProxy read;
    try {
      read = PeerProxy.parse(text);
    } catch (IllegalArgumentException fault) {
      String message = String.valueOf(fault.getMessage());
      throw new InputException(
          message.replaceFirst("^Write", "write").substring(0, message.length() - 1));
    }
    Proxy proxy = read.proxy();
    if (proxy == null || read.header() != null) {
      throw new InputException("write http://host:port or socks5://host:port, with the port");
    }
    return proxy;
  }

  static Approach.ProxyHeader version(String text) throws InputException {
    return switch (text.strip()) {
      case "1" -> Approach.ProxyHeader.V1;
      case "2" -> Approach.ProxyHeader.V2;
      default -> throw new InputException("'" + text + "' is not 1 or 2");
    };
  }
}
