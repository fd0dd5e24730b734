package org.echolot.listener;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Locale;
import org.echolot.text.AddressText;

/** Why an address could not be listened on. */
final class BindFault {

  /** On Unix, ports below are for the privileged. */
  private static final int FIRST_UNPRIVILEGED_PORT = 1024;

  private BindFault() {}

  /** The failure to listen, in plain words, with what the system says. */
  static IOException of(InetSocketAddress address, IOException e) {
    return new IOException(
        String.format(
            Locale.ROOT,
            "cannot listen on %s: %s (%s)",
            AddressText.of(address),
            reason(address, e),
            e.getMessage()),
        e);
  }

  private static String reason(InetSocketAddress address, IOException e) {
    if (!(e instanceof BindException)) {
      return "the system does not allow it";
    }
    if (!isOfThisComputer(address.getAddress())) {
      return "this computer does not have that address";
    }
    return address.getPort() > 0 && address.getPort() < FIRST_UNPRIVILEGED_PORT
        ? "the port is in use, or requires privileges (ports below 1024 may)"
        : "the port is in use by another program";
  }

  private static boolean isOfThisComputer(InetAddress address) {
    try {
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException _) {
      return true;
    }
  }
}
