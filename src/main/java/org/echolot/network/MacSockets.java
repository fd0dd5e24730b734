package org.echolot.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.net.Socket;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Asks macOS what a socket still has in its send buffer, data on its way included ({@code
 * TCP_CONNECTION_INFO}, {@code netinet/tcp.h} of its kernel).
 */
final class MacSockets implements Outstanding.Asked {

  /** The open files of this process, each by its number. */
  private static final Path FILES = Path.of("/dev/fd");

  private static final int IPPROTO_TCP = 6;
  private static final int TCP_CONNECTION_INFO = 0x106;
  private static final int ROOM = 256;

  // Where macOS has them in struct tcp_connection_info.
  private static final int SEND_WINDOW = 28;
  private static final int SEND_BUFFER = 32;

  private final MethodHandle getsockname;
  private final MethodHandle getpeername;
  private final MethodHandle getsockopt;
  private final Path files;

  /**
   * @param library what has the calls
   * @param files the folder that lists the numbers of this process' open files
   * @throws java.util.NoSuchElementException if it lacks one
   */
  @SuppressWarnings("restricted") // the signatures are those of the system's manual
  MacSockets(Linker linker, SymbolLookup library, Path files) {
    FunctionDescriptor ends = FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    getsockname = linker.downcallHandle(library.findOrThrow("getsockname"), ends);
    getpeername = linker.downcallHandle(library.findOrThrow("getpeername"), ends);
    getsockopt =
        linker.downcallHandle(
            library.findOrThrow("getsockopt"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    this.files = files;
  }

  /** Empty where this is another system, or whoever started Java does not let it be asked. */
  static Optional<Outstanding.Asked> ofThisComputer(String system, String processor) {
    if (!system.startsWith("Mac") || !LinuxSockets.mayCallNative(processor)) {
      return Optional.empty();
    }
    try {
      Linker linker = Linker.nativeLinker();
      return Optional.of(new MacSockets(linker, linker.defaultLookup(), FILES));
    } catch (RuntimeException | LinkageError _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Outstanding> of(Socket socket) {
    return SocketEnds.of(socket).flatMap(this::of);
  }

  private Optional<Outstanding> of(SocketEnds ends) {
    try (Arena arena = Arena.ofConfined();
        DirectoryStream<Path> numbers = Files.newDirectoryStream(files)) {
      MemorySegment room = arena.allocate(ROOM, 8);
      MemorySegment length = arena.allocate(JAVA_INT);
      for (Path file : numbers) {
        int number = Integer.parseInt(file.getFileName().toString());
        if (ends.areOf(
            (to, size) -> (int) getsockname.invokeExact(number, to, size),
            (to, size) -> (int) getpeername.invokeExact(number, to, size),
            SocketEnds.Form.MAC,
            room,
            length)) {
          length.set(JAVA_INT, 0, ROOM);
          int failed =
              (int) getsockopt.invokeExact(number, IPPROTO_TCP, TCP_CONNECTION_INFO, room, length);
          return failed == 0 ? read(room, length.get(JAVA_INT, 0)) : Optional.empty();
        }
      }
      return Optional.empty();
    } catch (IOException | DirectoryIteratorException | NumberFormatException _) {
      return Optional.empty();
    } catch (Throwable _) { // what the calls declare; whatever it is, we know no more
      return Optional.empty();
    }
  }

  /**
   * What the structure says.
   *
   * @param length how much of it came
   */
  static Optional<Outstanding> read(MemorySegment info, int length) {
    if (length < SEND_BUFFER + Integer.BYTES) {
      return Optional.empty();
    }
    long held = Integer.toUnsignedLong(info.get(JAVA_INT, SEND_BUFFER));
    return Optional.of(new Outstanding(held, held > 0 && info.get(JAVA_INT, SEND_WINDOW) == 0));
  }
}
