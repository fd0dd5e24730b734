package org.echolot.tls.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * Asks a port, on a connection of its own, whether it speaks TLS: it sends a ClientHello and looks
 * at the first bytes of the answer (RFC 8446 5.1). No handshake is made and nothing is trusted.
 */
public final class TlsProbe implements AutoCloseable {

  private static final int ALERT = 0x15;
  private static final int HANDSHAKE = 0x16;
  private static final int MAJOR_VERSION = 0x03;

  private final Socket socket = new Socket();

  /** Whether bytes that begin like this are a TLS record that a server sends. */
  public static boolean isTlsRecord(int first, int second) {
    return (first == ALERT || first == HANDSHAKE) && second == MAJOR_VERSION;
  }

  /**
   * Asks once. It blocks, at most for {@code timeout} in all; {@link #close} from another thread
   * ends it at once.
   *
   * @return whether the answer was a TLS record; false where there was none
   */
  public boolean speaksTls(InetSocketAddress address, Duration timeout) {
    try (socket) {
      // Made before the time runs: the first one in a program takes long, which is not the peer's.
      byte[] hello = clientHello(address);
      return PortQuestion.answer(socket, address, hello, timeout, TlsProbe::isTlsRecord);
    } catch (IOException | NoSuchAlgorithmException _) {
      // Refused, closed, reset, silent or stopped: nothing shows that TLS is spoken.
      return false;
    }
  }

  /** Ends the question, if it is still asked; from any thread. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // Nothing was kept that could be lost.
    }
  }

  private static byte[] clientHello(InetSocketAddress address)
      throws SSLException, NoSuchAlgorithmException {
    SSLEngine engine =
        SSLContext.getDefault().createSSLEngine(address.getHostString(), address.getPort());
    engine.setUseClientMode(true);
    ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), hello);
    byte[] bytes = new byte[hello.flip().remaining()];
    hello.get(bytes);
    return bytes;
  }
}
