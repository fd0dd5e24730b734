package org.echolot.check.run;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.echolot.concurrent.Threads;

/** A server that speaks TLS and has no certificate: enough to be recognized as one. */
final class TestTlsServer implements AutoCloseable {

  private final SSLServerSocket server;

  private TestTlsServer(SSLServerSocket server) {
    this.server = server;
  }

  static TestTlsServer start() throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, null, null);
    TestTlsServer server =
        new TestTlsServer(
            (SSLServerSocket)
                context
                    .getServerSocketFactory()
                    .createServerSocket(0, 8, InetAddress.getLoopbackAddress()));
    Threads.startVirtual("TLS server", server::serve);
    return server;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (SSLSocket socket = (SSLSocket) server.accept()) {
        socket.setSoTimeout(5_000);
        socket.startHandshake();
      } catch (IOException _) {
        // No handshake is expected to end well.
      }
    }
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
