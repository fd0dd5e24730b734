package org.echolot.check.run;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.echolot.check.Approach;
import org.echolot.text.AddressText;

/**
 * The header with which a connection begins where a server expects the PROXY protocol of HAProxy
 * (its document proxy-protocol.txt).
 */
final class ProxyHeaders {

  private static final byte[] SIGNATURE = {
    0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A
  };

  /** Version 2, and that it is sent on behalf of somebody. */
  private static final byte VERSION_2_PROXY = 0x21;

  private static final byte TCP_OVER_IPV4 = 0x11;
  private static final byte TCP_OVER_IPV6 = 0x21;

  private ProxyHeaders() {}

  /**
   * Sends it on behalf of ourselves.
   *
   * @param socket connected, and nothing was sent on it yet
   * @throws IOException if the connection ended
   */
  static void send(Approach.ProxyHeader version, Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            of(
                version,
                (InetSocketAddress) socket.getLocalSocketAddress(),
                (InetSocketAddress) socket.getRemoteSocketAddress()));
  }

  /**
   * @param from who calls
   * @param to who is called, of the same family
   */
  static byte[] of(Approach.ProxyHeader version, InetSocketAddress from, InetSocketAddress to) {
    boolean six = from.getAddress() instanceof Inet6Address;
    return switch (version) {
      case V1 ->
          ("PROXY "
                  + (six ? "TCP6 " : "TCP4 ")
                  + AddressText.of(from.getAddress())
                  + ' '
                  + AddressText.of(to.getAddress())
                  + ' '
                  + from.getPort()
                  + ' '
                  + to.getPort()
                  + "\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      case V2 -> {
        byte[] source = from.getAddress().getAddress();
        byte[] destination = to.getAddress().getAddress();
        int length = source.length + destination.length + 2 * Short.BYTES;
        yield ByteBuffer.allocate(SIGNATURE.length + 2 + Short.BYTES + length)
            .put(SIGNATURE)
            .put(VERSION_2_PROXY)
            .put(six ? TCP_OVER_IPV6 : TCP_OVER_IPV4)
            .putShort((short) length)
            .put(source)
            .put(destination)
            .putShort((short) from.getPort())
            .putShort((short) to.getPort())
            .array();
      }
    };
  }
}
