package org.echolot.network;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Both ends of a connection of Java's, by which its socket is recognized among all that this
 * process has open: Java keeps the system's numbers of its sockets to itself.
 */
record SocketEnds(InetSocketAddress local, InetSocketAddress remote) {

  /** The most that an address takes: {@code struct sockaddr_in6}. */
  static final int ADDRESS_ROOM = 28;

  private static final int AF_INET = 2;
  private static final int PORT = 2;
  private static final int IPV4 = 4;
  private static final int IPV6 = 8;

  /** How a system writes an address of a socket; the port and the IP are in one place in all. */
  enum Form {
    /** The family is a byte, behind the length of the whole. */
    MAC(30),
    WINDOWS(23);

    private final int ipv6Family;

    Form(int ipv6Family) {
      this.ipv6Family = ipv6Family;
    }

    private int family(MemorySegment room) {
      return this == MAC
          ? Byte.toUnsignedInt(room.get(JAVA_BYTE, 1))
          : Short.toUnsignedInt(room.get(JAVA_SHORT, 0));
    }
  }

  /** {@code getsockname} or {@code getpeername}: 0 where it wrote an address. */
  @FunctionalInterface
  interface Call {
    int ask(MemorySegment room, MemorySegment length) throws Throwable;
  }

  /** Empty where it is closed, or not connected. */
  static Optional<SocketEnds> of(Socket socket) {
    return !socket.isClosed()
            && socket.getLocalSocketAddress() instanceof InetSocketAddress here
            && socket.getRemoteSocketAddress() instanceof InetSocketAddress there
        ? Optional.of(new SocketEnds(here, there))
        : Optional.empty();
  }

  /**
   * Whether a socket is the one with these ends.
   *
   * @param room at least {@link #ADDRESS_ROOM} bytes
   * @throws Throwable what the calls declare
   */
  boolean areOf(
      Call getsockname, Call getpeername, Form form, MemorySegment room, MemorySegment length)
      throws Throwable {
    return local.equals(end(getsockname, form, room, length))
        && remote.equals(end(getpeername, form, room, length));
  }

  private static @Nullable InetSocketAddress end(
      Call call, Form form, MemorySegment room, MemorySegment length) throws Throwable {
    length.set(JAVA_INT, 0, ADDRESS_ROOM);
    return call.ask(room, length) == 0 ? read(room, form) : null;
  }

  /**
   * An address as a system writes it; null if it is none of TCP.
   *
   * @throws UnknownHostException never
   */
  static @Nullable InetSocketAddress read(MemorySegment room, Form form)
      throws UnknownHostException {
    int family = form.family(room);
    if (family != AF_INET && family != form.ipv6Family) {
      return null;
    }
    int port =
        Byte.toUnsignedInt(room.get(JAVA_BYTE, PORT)) << Byte.SIZE
            | Byte.toUnsignedInt(room.get(JAVA_BYTE, PORT + 1));
    byte[] ip = new byte[family == AF_INET ? 4 : 16];
    MemorySegment.copy(room, JAVA_BYTE, family == AF_INET ? IPV4 : IPV6, ip, 0, ip.length);
    // An IPv4 address in an IPv6 socket comes out as what it is.
    return new InetSocketAddress(InetAddress.getByAddress(ip), port);
  }
}
