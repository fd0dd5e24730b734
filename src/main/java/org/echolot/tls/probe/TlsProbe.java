package org.echolot.tls.probe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Asks a port whether it speaks TLS: it sends a ClientHello and looks at the first bytes of the
 * answer (RFC 8446 5.1). No handshake is made and nothing is trusted.
 */
public final class TlsProbe extends PortProbe {

  private static final int ALERT = 0x15;
  private static final int HANDSHAKE = 0x16;
  private static final int MAJOR_VERSION = 0x03;

  /** Whether bytes that begin like this are a TLS record that a server sends. */
  public static boolean isTlsRecord(int first, int second) {
    return (first == ALERT || first == HANDSHAKE) && second == MAJOR_VERSION;
  }

  @Override
  byte[] question(InetSocketAddress address) throws IOException {
    SSLEngine engine = engine(address);
    engine.setUseClientMode(true);
    ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    engine.wrap(ByteBuffer.allocate(0), hello);
    byte[] bytes = new byte[hello.flip().remaining()];
    hello.get(bytes);
    return bytes;
  }

  private static SSLEngine engine(InetSocketAddress address) throws IOException {
    try {
      return SSLContext.getDefault().createSSLEngine(address.getHostString(), address.getPort());
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  @Override
  boolean isYes(int first, int second) {
    return isTlsRecord(first, second);
  }
}
