package org.echolot.ui.main;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echolot.concurrent.Threads;

/** Accepts every connection and says nothing. */
final class SilentServer implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final List<Socket> callers = new CopyOnWriteArrayList<>();

  SilentServer() throws IOException {
    Threads.startVirtual("silent server", this::accept);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        callers.add(server.accept());
      } catch (IOException _) {
        // Closed, which ends the loop.
      }
    }
  }

  int port() {
    return server.getLocalPort();
  }

  int callers() {
    return callers.size();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket caller : callers) {
      caller.close();
    }
  }
}
