package org.echolot.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks Windows how much of what a socket sent is in flight ({@code SIO_TCP_INFO}, {@code
 * TCP_INFO_v0} in {@code mstcpip.h}; since Windows 10 of 2017).
 */
final class WindowsSockets implements Outstanding.Asked {

  private static final int SIO_TCP_INFO = 0xD800_0027;

  /** The version of the structure that is asked for. */
  private static final int V0 = 0;

  // Where Windows has them in TCP_INFO_v0.
  private static final int BYTES_IN_FLIGHT = 28;
  private static final int SEND_WINDOW = 36;
  private static final int LENGTH = 88;

  /** The numbers of handles are multiples of it; a process of ours has a few thousand. */
  private static final long STEP = 4;

  private static final long MOST = 0x2_0000;

  /** Not all numbers are tried on a computer that is too slow for that. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final MethodHandle getsockname;
  private final MethodHandle getpeername;
  private final MethodHandle ioctl;

  /**
   * @param library what has the calls
   * @throws java.util.NoSuchElementException if it lacks one
   */
  @SuppressWarnings("restricted") // the signatures are those of the system's manual
  WindowsSockets(Linker linker, SymbolLookup library) {
    FunctionDescriptor ends = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS);
    getsockname = linker.downcallHandle(library.findOrThrow("getsockname"), ends);
    getpeername = linker.downcallHandle(library.findOrThrow("getpeername"), ends);
    ioctl =
        linker.downcallHandle(
            library.findOrThrow("WSAIoctl"),
            FunctionDescriptor.of(
                JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS,
                ADDRESS, ADDRESS));
  }

  /** Empty where this is another system, or whoever started Java does not let it be asked. */
  @SuppressWarnings("restricted") // the system's own library
  static Optional<Outstanding.Asked> ofThisComputer(String system, String processor) {
    if (!system.startsWith("Windows") || !LinuxSockets.mayCallNative(processor)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new WindowsSockets(
              Linker.nativeLinker(), SymbolLookup.libraryLookup("ws2_32", Arena.global())));
    } catch (RuntimeException | LinkageError _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Outstanding> of(Socket socket) {
    return SocketEnds.of(socket).flatMap(this::of);
  }

  private Optional<Outstanding> of(SocketEnds ends) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(LENGTH, 8);
      MemorySegment length = arena.allocate(JAVA_INT);
      for (long next = STEP; next < MOST && System.nanoTime() - end < 0; next += STEP) {
        long handle = next;
        if (ends.areOf(
            (to, size) -> (int) getsockname.invokeExact(handle, to, size),
            (to, size) -> (int) getpeername.invokeExact(handle, to, size),
            SocketEnds.Form.WINDOWS,
            room,
            length)) {
          MemorySegment version = arena.allocateFrom(JAVA_INT, V0);
          int failed =
              (int)
                  ioctl.invokeExact(
                      handle,
                      SIO_TCP_INFO,
                      version,
                      Integer.BYTES,
                      room,
                      LENGTH,
                      length,
                      MemorySegment.NULL,
                      MemorySegment.NULL);
          return failed == 0 ? read(room, length.get(JAVA_INT, 0)) : Optional.empty();
        }
      }
      return Optional.empty();
    } catch (Throwable _) { // what the calls declare; whatever it is, we know no more
      return Optional.empty();
    }
  }

  /**
   * What the structure says. It does not count what could not be sent yet, so that nothing is known
   * where the other end takes no more and nothing is in flight.
   *
   * @param length how much of it came
   */
  static Optional<Outstanding> read(MemorySegment info, int length) {
    if (length < SEND_WINDOW + Integer.BYTES) {
      return Optional.empty();
    }
    long inFlight = Integer.toUnsignedLong(info.get(JAVA_INT, BYTES_IN_FLIGHT));
    boolean isClosed = info.get(JAVA_INT, SEND_WINDOW) == 0;
    return inFlight == 0 && isClosed
        ? Optional.empty()
        : Optional.of(new Outstanding(inFlight, isClosed));
  }
}
