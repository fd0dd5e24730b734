package org.echolot.peer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echolot.check.Approach;
import org.echolot.concurrent.Threads;

/**
 * A proxy on loopback that connects whoever asks as its kind is asked, and remembers with what each
 * connection began. Who does not ask for a connection is closed, as by real ones.
 */
public final class RecordingProxy implements AutoCloseable {

  private static final int NAME = 3;

  private final Approach.Proxy.Kind kind;
  private final List<String> beginnings = new CopyOnWriteArrayList<>();
  private final ScriptedPeer proxy;

  public RecordingProxy(Approach.Proxy.Kind kind) {
    this.kind = kind;
    this.proxy = ScriptedPeer.alwaysPlaying(this::serve);
  }

  /** By which a check goes. */
  public Approach.Proxy asked() {
    return new Approach.Proxy(kind, "127.0.0.1", proxy.port());
  }

  /** What the connections began with, in order: "CONNECT" or "SOCKS", or the bytes in hex. */
  public List<String> beginnings() {
    return List.copyOf(beginnings);
  }

  private void serve(Line line) throws IOException {
    Socket client = line.socket();
    try (Socket peer = new Socket()) {
      InetSocketAddress wanted =
          switch (kind) {
            case HTTP -> http(client);
            case SOCKS5 -> socks(client);
          };
      peer.connect(wanted, 5_000);
      client
          .getOutputStream()
          .write(
              switch (kind) {
                case HTTP -> "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                case SOCKS5 -> HexFormat.of().parseHex("05000001000000000000");
              });
      Thread back = Threads.startVirtual("proxy", () -> pump(peer, client));
      pump(client, peer);
      back.join();
    } catch (EOFException e) {
      client.close(); // it asked for nothing
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private InetSocketAddress http(Socket client) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) octet(client));
      if (head.length() == "CONNECT".length() && !head.toString().equals("CONNECT")) {
        beginnings.add(
            HexFormat.of().formatHex(head.toString().getBytes(StandardCharsets.ISO_8859_1)));
        throw new EOFException();
      }
    }
    beginnings.add("CONNECT");
    String address = head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
    int colon = address.lastIndexOf(':');
    return new InetSocketAddress(
        InetAddress.ofLiteral(address.substring(0, colon)),
        Integer.parseInt(address.substring(colon + 1)));
  }

  private InetSocketAddress socks(Socket client) throws IOException {
    byte[] greeting = {(byte) octet(client), (byte) octet(client), (byte) octet(client)};
    if (greeting[0] != 5 || greeting[1] != 1 || greeting[2] != 0) {
      beginnings.add(HexFormat.of().formatHex(greeting));
      throw new EOFException();
    }
    beginnings.add("SOCKS");
    client.getOutputStream().write(new byte[] {5, 0});
    for (int i = 0; i < 3; i++) {
      int _ = octet(client);
    }
    boolean named = octet(client) == NAME;
    byte[] host = client.getInputStream().readNBytes(named ? octet(client) : 4);
    InetAddress address =
        named
            ? InetAddress.ofLiteral(new String(host, StandardCharsets.US_ASCII))
            : InetAddress.getByAddress(host);
    return new InetSocketAddress(address, octet(client) << 8 | octet(client));
  }

  private static int octet(Socket socket) throws IOException {
    int octet = socket.getInputStream().read();
    if (octet < 0) {
      throw new EOFException();
    }
    return octet;
  }

  /** Passes on what comes until one end is gone, and then closes both. */
  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException _) {
      // One end is gone, and the other is closed for it.
    }
  }

  @Override
  public void close() {
    proxy.close();
  }
}
