package org.echolot.check.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port that does not answer connection attempts any more: its backlog is full and nobody accepts
 * (Linux then drops what comes).
 */
final class BlackHole implements AutoCloseable {

  private final ServerSocket server;
  private final List<Socket> waiting = new ArrayList<>();

  private BlackHole(ServerSocket server) {
    this.server = server;
  }

  static BlackHole open() throws IOException {
    BlackHole hole = new BlackHole(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    for (int i = 0; i < 64; i++) {
      Socket socket = new Socket();
      hole.waiting.add(socket);
      try {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), hole.port()), 200);
      } catch (SocketTimeoutException _) {
        return hole;
      }
    }
    hole.close();
    throw new IOException("the backlog does not fill up");
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : waiting) {
      socket.close();
    }
    server.close();
  }
}
