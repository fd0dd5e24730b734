package org.echolot.check.run;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/**
 * Tells whether a connection attempt ended because the peer reset the connection as soon as it
 * stood. The platform throws a plain {@link SocketException} for that, for a router's "network
 * unreachable", for a local firewall and more, and the words depend on the system and its language.
 * So they are compared with those of a reset that is made for this, on loopback.
 */
final class ResetWords {

  private static final int PATIENCE_MILLIS = 1000;

  /** A reset that is on its way lets a few bytes pass. */
  private static final int MOST_BYTES = 100;

  private ResetWords() {}

  /** Whether {@code e} says what the system says of a reset; false where it says nothing clear. */
  static boolean areThoseOf(IOException e) {
    if (e.getClass() != SocketException.class || e.getMessage() == null) {
      return false;
    }
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket()) {
      server.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(server.getLocalSocketAddress(), PATIENCE_MILLIS);
      try (Socket accepted = server.accept()) {
        accepted.setSoLinger(true, 0); // what closes it is a reset
      }
      return e.getMessage().equals(wordsOfWriteTo(socket));
    } catch (IOException _) {
      return false;
    }
  }

  private static String wordsOfWriteTo(Socket socket) {
    try {
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < MOST_BYTES; i++) {
        out.write(0);
      }
      return "";
    } catch (IOException reset) {
      return String.valueOf(reset.getMessage());
    }
  }
}
