package org.echolot.dicom.association;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/**
 * Takes the options of a socket, and is none. With a real one, each failure of a fuzzer's input
 * would have the system asked what it has still to send: a table of all connections of this
 * computer.
 */
final class UnconnectedSocket extends Socket {

  @Override
  public <T> Socket setOption(SocketOption<T> name, T value) {
    return this;
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return Set.of(ExtendedSocketOptions.TCP_QUICKACK);
  }

  @Override
  public InputStream getInputStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public InetAddress getInetAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public @Nullable SocketAddress getLocalSocketAddress() {
    return null;
  }

  @Override
  public @Nullable SocketAddress getRemoteSocketAddress() {
    return null;
  }
}
