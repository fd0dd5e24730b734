package org.echolot.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of loopback on which nobody listens, until whoever is told its number does. Until it is
 * closed, the system gives it to nobody who asks for any free port, nor to a call as its own end.
 *
 * <p>It is bound and does not listen, so that Linux refuses calls to it, and lets one other bind it
 * who allows that addresses are used again, as servers do.
 */
public final class HeldPort implements AutoCloseable {

  private final Socket socket = new Socket();

  /** Close what is returned. */
  public static HeldPort open() throws IOException {
    return new HeldPort();
  }

  private HeldPort() throws IOException {
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  public int number() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
