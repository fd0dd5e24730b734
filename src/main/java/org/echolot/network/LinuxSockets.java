package org.echolot.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Linux's C library that {@link ErrorQueue} needs, on the processors on which the
 * numbers and layouts there hold; with glibc and with musl.
 */
final class LinuxSockets {

  private static final List<String> PROCESSORS = List.of("amd64", "x86_64", "aarch64");

  private final VarHandle errno;
  private final MethodHandle socket;
  private final MethodHandle setsockopt;
  private final MethodHandle getsockopt;
  private final MethodHandle bind;
  private final MethodHandle connect;
  private final MethodHandle poll;
  private final MethodHandle recvmsg;
  private final MethodHandle close;

  @SuppressWarnings("restricted") // the signatures are those of the system's manual
  private LinuxSockets(Linker linker, SymbolLookup library) {
    errno = Linker.Option.captureStateLayout().varHandle(PathElement.groupElement("errno"));
    socket = find(linker, library, "socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    setsockopt =
        find(
            linker,
            library,
            "setsockopt",
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            JAVA_INT);
    getsockopt =
        find(
            linker,
            library,
            "getsockopt",
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            ADDRESS);
    bind = find(linker, library, "bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    connect =
        linker.downcallHandle(
            library.findOrThrow("connect"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
            Linker.Option.captureCallState("errno"));
    poll = find(linker, library, "poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    recvmsg = find(linker, library, "recvmsg", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
    close = find(linker, library, "close", JAVA_INT, JAVA_INT);
  }

  /** Empty where this is another system, or whoever started Java does not let it call them. */
  static Optional<LinuxSockets> ofThisComputer() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"), null);
  }

  /** Whether the C library of such a computer may be called, with what is known of it here. */
  static boolean mayBeCalled(String system, String processor) {
    return system.equals("Linux") && mayCallNative(processor);
  }

  /**
   * Whether a system's library may be called, on a processor on which numbers are little-endian.
   */
  static boolean mayCallNative(String processor) {
    // Without the permission, Java would write a warning to standard error.
    return PROCESSORS.contains(processor) && LinuxSockets.class.getModule().isNativeAccessEnabled();
  }

  /**
   * @param library what has them; null: the C library
   */
  static Optional<LinuxSockets> of(
      String system, String processor, @Nullable SymbolLookup library) {
    if (!mayBeCalled(system, processor)) {
      return Optional.empty();
    }
    try {
      Linker linker = Linker.nativeLinker();
      return Optional.of(
          new LinuxSockets(linker, library == null ? linker.defaultLookup() : library));
    } catch (RuntimeException | LinkageError _) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("restricted") // the signatures are those of the system's manual
  private static MethodHandle find(
      Linker linker,
      SymbolLookup library,
      String name,
      MemoryLayout result,
      MemoryLayout... parameters) {
    return linker.downcallHandle(
        library.findOrThrow(name), FunctionDescriptor.of(result, parameters));
  }

  int socket(int family, int type) throws Throwable {
    return (int) socket.invokeExact(family, type, 0);
  }

  int setsockopt(int fd, int level, int option, MemorySegment value, int length) throws Throwable {
    return (int) setsockopt.invokeExact(fd, level, option, value, length);
  }

  int getsockopt(int fd, int level, int option, MemorySegment value, MemorySegment length)
      throws Throwable {
    return (int) getsockopt.invokeExact(fd, level, option, value, length);
  }

  int bind(int fd, MemorySegment address, int length) throws Throwable {
    return (int) bind.invokeExact(fd, address, length);
  }

  /**
   * @return the error number; 0 where it is connected
   */
  int connect(Arena arena, int fd, MemorySegment address, int length) throws Throwable {
    MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
    int result = (int) connect.invokeExact(state, fd, address, length);
    return result == 0 ? 0 : (int) errno.get(state, 0L);
  }

  int poll(MemorySegment fds, long count, int millis) throws Throwable {
    return (int) poll.invokeExact(fds, count, millis);
  }

  long recvmsg(int fd, MemorySegment message, int flags) throws Throwable {
    return (long) recvmsg.invokeExact(fd, message, flags);
  }

  int close(int fd) throws Throwable {
    return (int) close.invokeExact(fd);
  }
}
