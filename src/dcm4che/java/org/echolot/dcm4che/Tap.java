package org.echolot.dcm4che;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Arrays;

/**
 * The socket that dcm4che is given in place of one that it would open itself: what goes through it
 * goes over our transport, and is seen by {@link Wire}.
 */
final class Tap extends Socket {

  private final Wire wire;
  private final Socket beneath;

  /**
   * @param beneath the TCP connection, for its addresses alone
   */
  Tap(Wire wire, Socket beneath) {
    this.wire = wire;
    this.beneath = beneath;
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        return length == 0 ? 0 : wire.read(bytes, from, length);
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        wire.write(new byte[] {(byte) octet});
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        wire.write(Arrays.copyOfRange(bytes, from, from + length));
      }
    };
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return beneath.getLocalSocketAddress();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return beneath.getRemoteSocketAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return beneath.getLocalAddress();
  }

  @Override
  public InetAddress getInetAddress() {
    return beneath.getInetAddress();
  }

  @Override
  public int getLocalPort() {
    return beneath.getLocalPort();
  }

  @Override
  public int getPort() {
    return beneath.getPort();
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return beneath.isClosed();
  }

  @Override
  public void close() {
    wire.close();
  }

  @Override
  public String toString() {
    return "the connection to " + beneath.getRemoteSocketAddress();
  }
}
