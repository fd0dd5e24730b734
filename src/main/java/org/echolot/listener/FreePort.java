package org.echolot.listener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;

/** Finds a port that a listener can have, where it can't have the one that was wanted. */
public final class FreePort {

  private static final int MOST_TRIES = 50;
  private static final int HIGHEST = 65_535;

  private FreePort() {}

  /**
   * The first port behind {@code wanted}, or behind DICOM's 11112 where that is for the privileged,
   * that can be listened on now; empty if none of some can. It waits for the system.
   */
  public static OptionalInt near(InetAddress address, int wanted) {
    int first = Math.max(wanted + 1, ListenerOptions.DEFAULT_PORT);
    for (int port = first; port <= Math.min(first + MOST_TRIES, HIGHEST); port++) {
      if (isFree(address, port)) {
        return OptionalInt.of(port);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
