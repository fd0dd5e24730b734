package org.echolot.peer;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echolot.concurrent.Threads;

/** A proxy that connects callers to where they ask: HTTP CONNECT or SOCKS 5. Close it. */
public final class TunnelProxy implements AutoCloseable {

  private final ServerSocket server;
  private final boolean socks;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private TunnelProxy(boolean socks) throws IOException {
    this.server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    this.socks = socks;
    Thread _ = Threads.startVirtual("tunnel proxy", this::acceptAll);
  }

  public static TunnelProxy http() throws IOException {
    return new TunnelProxy(false);
  }

  public static TunnelProxy socks() throws IOException {
    return new TunnelProxy(true);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Where it was asked to connect to, as it was asked. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        Thread _ = Threads.startVirtual("tunnel", () -> serve(caller));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        Socket peer = new Socket()) {
      caller.setTcpNoDelay(true);
      peer.setTcpNoDelay(true);
      InetSocketAddress to = socks ? socksTarget(caller) : httpTarget(caller);
      boolean connected = connect(peer, to);
      caller.getOutputStream().write(socks ? socksAnswer(connected) : httpAnswer(connected));
      if (connected) {
        Thread back = Threads.startVirtual("tunnel back", () -> pump(peer, caller));
        pump(caller, peer);
        back.join();
      }
    } catch (IOException | InterruptedException _) {
      // Either end is gone.
    }
  }

  private static boolean connect(Socket peer, InetSocketAddress to) {
    try {
      peer.connect(to, 5_000);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private InetSocketAddress httpTarget(Socket caller) throws IOException {
    StringBuilder head = new StringBuilder();
    InputStream in = caller.getInputStream();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    String address = head.toString().split(" ", -1)[1];
    asked.add(address);
    int colon = address.lastIndexOf(':');
    return new InetSocketAddress(
        address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
  }

  private static byte[] httpAnswer(boolean connected) {
    return (connected
            ? "HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n"
            : "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private InetSocketAddress socksTarget(Socket caller) throws IOException {
    DataInputStream in = new DataInputStream(caller.getInputStream());
    in.readNBytes(3);
    caller.getOutputStream().write(new byte[] {5, 0});
    in.readNBytes(3);
    int kind = in.readUnsignedByte();
    byte[] host = in.readNBytes(kind == 1 ? 4 : kind == 4 ? 16 : in.readUnsignedByte());
    int port = in.readUnsignedShort();
    String name =
        kind == 3
            ? new String(host, StandardCharsets.US_ASCII)
            : InetAddress.getByAddress(host).getHostAddress();
    asked.add(name + ":" + port);
    return new InetSocketAddress(name, port);
  }

  private static byte[] socksAnswer(boolean connected) {
    return new byte[] {5, (byte) (connected ? 0 : 5), 0, 1, 0, 0, 0, 0, 0, 0};
  }

  private static void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      long _ = in.transferTo(out);
    } catch (IOException _) {
      // Either end is gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
