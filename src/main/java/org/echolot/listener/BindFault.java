package org.echolot.listener;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import org.echolot.listener.CannotListenException.Kind;
import org.echolot.text.AddressText;

/** Why an address could not be listened on. */
final class BindFault {

  /** On Unix, ports below are for the privileged. */
  private static final int FIRST_UNPRIVILEGED_PORT = 1024;

  /** A port of this computer answers at once, or not at all. */
  private static final int PATIENCE_MILLIS = 300;

  private BindFault() {}

  /** The failure to listen, in plain words, with what the system says. */
  static CannotListenException of(InetSocketAddress address, IOException e) {
    Kind kind = kind(address, e);
    return new CannotListenException(
        String.format(
            Locale.ROOT,
            "cannot listen on %s: %s (%s)",
            AddressText.of(address),
            words(kind),
            e.getMessage()),
        kind,
        e);
  }

  private static Kind kind(InetSocketAddress address, IOException e) {
    if (!(e instanceof BindException)) {
      return Kind.OTHER;
    }
    if (!isOfThisComputer(address.getAddress())) {
      return Kind.NOT_OUR_ADDRESS;
    }
    boolean privileged = address.getPort() > 0 && address.getPort() < FIRST_UNPRIVILEGED_PORT;
    return privileged && !isTaken(address) ? Kind.PRIVILEGED : Kind.IN_USE;
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case OTHER -> "the system does not allow it";
      case NOT_OUR_ADDRESS -> "this computer does not have that address";
      case PRIVILEGED ->
          "ports below 1024 require privileges; use a port from 1024, for example 11112, or give"
              + " the program the right to it";
      case IN_USE ->
          "the port is in use by another program; stop that program, or use another port";
    };
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
