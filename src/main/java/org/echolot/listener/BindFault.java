package org.echolot.listener;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import org.echolot.text.AddressText;

/** Why an address could not be listened on. */
final class BindFault {

  /** On Unix, ports below are for the privileged. */
  private static final int FIRST_UNPRIVILEGED_PORT = 1024;

  /** A port of this computer answers at once, or not at all. */
  private static final int PATIENCE_MILLIS = 300;

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
    boolean privileged = address.getPort() > 0 && address.getPort() < FIRST_UNPRIVILEGED_PORT;
    if (privileged && !isTaken(address)) {
      return "ports below 1024 require privileges; use a port from 1024, for example 11112, or give"
          + " the program the right to it";
    }
    return "the port is in use by another program; stop that program, or use another port";
  }

  /** Whether somebody answers there. */
  private static boolean isTaken(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              ip.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : ip, address.getPort()),
          PATIENCE_MILLIS);
      return true;
    } catch (IOException _) {
      return false;
    }
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
