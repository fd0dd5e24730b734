package org.echolot.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks Linux who refused a connection. Java's sockets tell an error number in words; the system
 * keeps the ICMP message behind it in the error queue of a socket (ip(7), IP_RECVERR), which takes
 * no privilege to read. So one more attempt is made, on a socket of our own. The system has matched
 * the message with that socket, by addresses, ports and sequence number, before it is there.
 *
 * <p>The layouts are those of 64 bits, little-endian: see {@link LinuxSockets}.
 */
public final class ErrorQueue {

  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int STREAM_NONBLOCK_CLOEXEC = 1 | 0x800 | 0x80000;
  private static final int EINPROGRESS = 115;
  private static final int SOL_SOCKET = 1;
  private static final int SO_ERROR = 4;
  private static final int SO_LINGER = 13;
  private static final int IPPROTO_IP = 0;
  private static final int IP_RECVERR = 11;
  private static final int IPPROTO_IPV6 = 41;
  private static final int IPV6_RECVERR = 25;
  private static final short POLLOUT = 4;
  private static final int MSG_ERRQUEUE = 0x2000;
  private static final int FROM_ICMP = 2;
  private static final int FROM_ICMP6 = 3;

  /** A wait that is given up ends within this time. */
  private static final long SLICE_MILLIS = 50;

  private static final int ROOM = 512;

  /**
   * What became of the attempt.
   *
   * @param errno the system's error number; 0: it was accepted, or nothing came in time
   * @param left whether anything left this computer
   * @param icmp what answered; null if that was no ICMP message
   */
  public record Refusal(int errno, boolean left, @Nullable IcmpAnswer icmp) {}

  private final LinuxSockets system;

  private ErrorQueue(LinuxSockets system) {
    this.system = system;
  }

  /** This computer's; empty where it is another system, or does not let us ask. */
  public static Optional<ErrorQueue> ofThisComputer() {
    return LinuxSockets.ofThisComputer().map(ErrorQueue::new);
  }

  /**
   * Attempts a connection, for as long as it takes to be refused. One that is accepted is reset at
   * once. It blocks.
   *
   * @param source the address to call from; null: as the system likes
   * @param isOver whether nobody wants to know any more
   * @return empty if this computer can't be asked
   */
  public Optional<Refusal> ask(
      InetSocketAddress to,
      @Nullable InetAddress source,
      Duration patience,
      BooleanSupplier isOver) {
    boolean six = to.getAddress() instanceof Inet6Address;
    try (Arena arena = Arena.ofConfined()) {
      int socket = system.socket(six ? AF_INET6 : AF_INET, STREAM_NONBLOCK_CLOEXEC);
      if (socket < 0) {
        return Optional.empty();
      }
      try {
        set(arena, socket, six ? IPPROTO_IPV6 : IPPROTO_IP, six ? IPV6_RECVERR : IP_RECVERR, 1);
        if (source != null) {
          MemorySegment from = address(arena, new InetSocketAddress(source, 0));
          if (system.bind(socket, from, (int) from.byteSize()) < 0) {
            return Optional.empty();
          }
        }
        MemorySegment peer = address(arena, to);
        int begun = system.connect(arena, socket, peer, (int) peer.byteSize());
        if (begun != EINPROGRESS) {
          return Optional.of(new Refusal(begun, begun == 0, null));
        }
        wait(arena, socket, patience, isOver);
        int errno = error(arena, socket);
        Refusal queued = queued(arena, socket, to);
        return Optional.of(queued == null ? new Refusal(errno, true, null) : queued);
      } finally {
        reset(arena, socket);
      }
    } catch (Throwable _) { // what the calls below declare; whatever it is, we know no more
      return Optional.empty();
    }
  }

  private void set(Arena arena, int socket, int level, int option, int value) throws Throwable {
    int _ = system.setsockopt(socket, level, option, arena.allocateFrom(JAVA_INT, value), 4);
  }

  /** Until something is known, the time is up, or nobody wants to know. */
  private void wait(Arena arena, int socket, Duration patience, BooleanSupplier isOver)
      throws Throwable {
    MemorySegment poll = arena.allocate(8, 4);
    poll.set(JAVA_INT, 0, socket);
    poll.set(JAVA_SHORT, 4, POLLOUT);
    long end = System.nanoTime() + patience.toNanos();
    while (!isOver.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0 || system.poll(poll, 1, (int) Math.min(left, SLICE_MILLIS)) != 0) {
        return;
      }
    }
  }

  private int error(Arena arena, int socket) throws Throwable {
    MemorySegment value = arena.allocate(JAVA_INT);
    MemorySegment length = arena.allocateFrom(JAVA_INT, 4);
    return system.getsockopt(socket, SOL_SOCKET, SO_ERROR, value, length) < 0
        ? 0
        : value.get(JAVA_INT, 0);
  }

  /**
   * What the first message of the error queue says; null if there is none, or none that fits. There
   * may be one though the socket itself knows of no error: one that comes while the system is still
   * sending is only queued.
   */
  private @Nullable Refusal queued(Arena arena, int socket, InetSocketAddress to) throws Throwable {
    MemorySegment name = arena.allocate(28, 8);
    MemorySegment data = arena.allocate(ROOM, 8);
    MemorySegment control = arena.allocate(ROOM, 8);
    MemorySegment iov = arena.allocate(16, 8);
    iov.set(ADDRESS, 0, data);
    iov.set(JAVA_LONG, 8, ROOM);
    MemorySegment message = arena.allocate(56, 8);
    message.set(ADDRESS, 0, name);
    message.set(JAVA_INT, 8, (int) name.byteSize());
    message.set(ADDRESS, 16, iov);
    message.set(JAVA_LONG, 24, 1);
    message.set(ADDRESS, 32, control);
    message.set(JAVA_LONG, 40, ROOM);
    if (system.recvmsg(socket, message, MSG_ERRQUEUE) < 0) {
      return null;
    }
    boolean six = to.getAddress() instanceof Inet6Address;
    int origin = control.get(JAVA_BYTE, 20);
    boolean fits =
        control.get(JAVA_INT, 8) == (six ? IPPROTO_IPV6 : IPPROTO_IP)
            && control.get(JAVA_INT, 12) == (six ? IPV6_RECVERR : IP_RECVERR)
            && origin == (six ? FROM_ICMP6 : FROM_ICMP)
            // The destination of the packet that the message encloses.
            && ip(name, six, 0).equals(ip(address(arena, to), six, 0))
            && port(name) == to.getPort();
    return fits
        ? new Refusal(
            control.get(JAVA_INT, 16),
            true,
            new IcmpAnswer(
                Byte.toUnsignedInt(control.get(JAVA_BYTE, 21)),
                Byte.toUnsignedInt(control.get(JAVA_BYTE, 22)),
                ip(control, six, 32)))
        : null;
  }

  /** A sockaddr_in or sockaddr_in6. */
  private static MemorySegment address(Arena arena, InetSocketAddress address) {
    byte[] ip = address.getAddress().getAddress();
    boolean six = ip.length == 16;
    MemorySegment made = arena.allocate(six ? 28 : 16, 8);
    made.set(JAVA_SHORT, 0, (short) (six ? AF_INET6 : AF_INET));
    made.set(JAVA_SHORT, 2, Short.reverseBytes((short) address.getPort()));
    MemorySegment.copy(ip, 0, made, JAVA_BYTE, six ? 8 : 4, ip.length);
    if (address.getAddress() instanceof Inet6Address inet6) {
      made.set(JAVA_INT, 24, inet6.getScopeId());
    }
    return made;
  }

  private static int port(MemorySegment sockaddr) {
    return Short.toUnsignedInt(Short.reverseBytes(sockaddr.get(JAVA_SHORT, 2)));
  }

  private static InetAddress ip(MemorySegment in, boolean six, long sockaddrAt)
      throws UnknownHostException {
    byte[] ip = new byte[six ? 16 : 4];
    MemorySegment.copy(in, JAVA_BYTE, sockaddrAt + (six ? 8 : 4), ip, 0, ip.length);
    return InetAddress.getByAddress(ip);
  }

  /** Closes it so that a peer which accepted has nothing to wait for. */
  private void reset(Arena arena, int socket) throws Throwable {
    MemorySegment linger = arena.allocate(8, 4);
    linger.set(JAVA_INT, 0, 1);
    int _ = system.setsockopt(socket, SOL_SOCKET, SO_LINGER, linger, 8);
    int _ = system.close(socket);
  }
}
