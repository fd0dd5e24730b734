package org.echolot.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;

/**
 * Asks Linux what it knows of a connection of ours (tcp(7), TCP_INFO). Java keeps the numbers of
 * its sockets to itself, so that the files of this process are looked through for the one with both
 * ends of the connection, which there can be only once: first the numbers that were connections
 * before, since the system gives the same ones again. Safe for use by many threads.
 */
public final class TcpInfo {

  /** The open files of this process, each by its number. */
  private static final Path FILES = Path.of("/proc/self/fd");

  /** A number above that is looked for among all files each time. */
  private static final int MOST_KNOWN = 2_048;

  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_INFO = 11;
  private static final int ADDRESS_ROOM = 28;
  private static final int ROOM = 256;

  // Where Linux has them in struct tcp_info, on every processor.
  private static final int MSS = 16;
  private static final int UNACKNOWLEDGED = 24;
  private static final int PATH_MTU = 60;
  private static final int SMOOTHED_ROUND_TRIP = 68;
  private static final int RETRANSMISSIONS = 100;
  private static final int LEAST_ROUND_TRIP = 148;

  /** What the system says while it has not measured any. */
  private static final long NONE = 0xFFFF_FFFFL;

  private final MethodHandle getsockname;
  private final MethodHandle getpeername;
  private final MethodHandle getsockopt;

  /** The numbers that were connections once. Guarded by itself. */
  private final BitSet known = new BitSet();

  @SuppressWarnings("restricted") // the signatures are those of the system's manual
  private TcpInfo(Linker linker) {
    FunctionDescriptor ends = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    getsockname = linker.downcallHandle(linker.defaultLookup().findOrThrow("getsockname"), ends);
    getpeername = linker.downcallHandle(linker.defaultLookup().findOrThrow("getpeername"), ends);
    getsockopt =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("getsockopt"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  }

  /** This computer's; empty where it is another system, or does not let us ask. */
  public static Optional<TcpInfo> ofThisComputer() {
    if (!LinuxSockets.mayBeCalled(System.getProperty("os.name"), System.getProperty("os.arch"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(new TcpInfo(Linker.nativeLinker()));
    } catch (RuntimeException | LinkageError _) {
      return Optional.empty();
    }
  }

  /**
   * What is known of a connection at this moment.
   *
   * @return empty if the socket is closed, or the system says nothing of it
   */
  public Optional<TcpPath> of(Socket socket) {
    if (socket.isClosed()
        || !(socket.getLocalSocketAddress() instanceof InetSocketAddress here)
        || !(socket.getRemoteSocketAddress() instanceof InetSocketAddress there)) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(ROOM, 8);
      MemorySegment length = arena.allocate(JAVA_INT);
      int number = find(here, there, room, length);
      if (number < 0) {
        return Optional.empty();
      }
      length.set(JAVA_INT, 0, ROOM);
      int failed = (int) getsockopt.invokeExact(number, IPPROTO_TCP, TCP_INFO, room, length);
      return failed == 0 ? read(room, length.get(JAVA_INT, 0)) : Optional.empty();
    } catch (IOException | DirectoryIteratorException | NumberFormatException _) {
      return Optional.empty();
    } catch (Throwable _) { // what the calls declare; whatever it is, we know no more
      return Optional.empty();
    }
  }

  /** The number of the socket with these ends; negative if there is none. */
  private int find(
      InetSocketAddress here, InetSocketAddress there, MemorySegment room, MemorySegment length)
      throws Throwable {
    BitSet likely;
    synchronized (known) {
      likely = (BitSet) known.clone();
    }
    for (int number = likely.nextSetBit(0); number >= 0; number = likely.nextSetBit(number + 1)) {
      if (connects(number, here, there, room, length)) {
        return number;
      }
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(FILES)) {
      for (Path file : files) {
        int number = Integer.parseInt(file.getFileName().toString());
        if (connects(number, here, there, room, length)) {
          if (number < MOST_KNOWN) {
            synchronized (known) {
              known.set(number);
            }
          }
          return number;
        }
      }
    }
    return -1;
  }

  private boolean connects(
      int number,
      InetSocketAddress here,
      InetSocketAddress there,
      MemorySegment room,
      MemorySegment length)
      throws Throwable {
    return isEnd(here, getsockname, number, room, length)
        && isEnd(there, getpeername, number, room, length);
  }

  /** Whether a socket has such an end. */
  private static boolean isEnd(
      InetSocketAddress end,
      MethodHandle which,
      int number,
      MemorySegment room,
      MemorySegment length)
      throws Throwable {
    length.set(JAVA_INT, 0, ADDRESS_ROOM);
    if ((int) which.invokeExact(number, room, length) != 0) {
      return false;
    }
    int family = room.get(JAVA_SHORT, 0);
    return (family == AF_INET || family == AF_INET6)
        && Short.toUnsignedInt(Short.reverseBytes(room.get(JAVA_SHORT, 2))) == end.getPort()
        && ip(room, family == AF_INET6).equals(end.getAddress());
  }

  /** An IPv4 address in an IPv6 socket comes out as what it is. */
  private static InetAddress ip(MemorySegment room, boolean six) throws UnknownHostException {
    byte[] ip = new byte[six ? 16 : 4];
    MemorySegment.copy(room, JAVA_BYTE, six ? 8 : 4, ip, 0, ip.length);
    return InetAddress.getByAddress(ip);
  }

  private static Optional<TcpPath> read(MemorySegment info, int length) {
    if (length < RETRANSMISSIONS + Integer.BYTES) {
      return Optional.empty();
    }
    long least =
        length < LEAST_ROUND_TRIP + Integer.BYTES
            ? NONE
            : Integer.toUnsignedLong(info.get(JAVA_INT, LEAST_ROUND_TRIP));
    long micros =
        least == NONE ? Integer.toUnsignedLong(info.get(JAVA_INT, SMOOTHED_ROUND_TRIP)) : least;
    return Optional.of(
        new TcpPath(
            Duration.ofNanos(micros * 1_000),
            info.get(JAVA_INT, RETRANSMISSIONS),
            info.get(JAVA_INT, UNACKNOWLEDGED),
            info.get(JAVA_INT, MSS),
            info.get(JAVA_INT, PATH_MTU)));
  }
}
