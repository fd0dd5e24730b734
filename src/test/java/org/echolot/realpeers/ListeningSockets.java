package org.echolot.realpeers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells, from what Linux shows in {@code /proc}, whether a process listens on a TCP port. To
 * connect would leave a trace in the peer's log, and would not tell who answered.
 */
final class ListeningSockets {

  private static final String LISTEN = "0A";

  private ListeningSockets() {}

  static boolean has(long pid, int port) {
    try {
      Set<String> inodes = inodesListeningOn(pid, port);
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid), "fd"))) {
        for (Path file : files) {
          if (isOneOf(inodes, file)) {
            return true;
          }
        }
      }
      return false;
    } catch (IOException _) {
      // The process is gone.
      return false;
    }
  }

  private static boolean isOneOf(Set<String> inodes, Path file) {
    try {
      String target = Files.readSymbolicLink(file).toString();
      return target.startsWith("socket:[")
          && inodes.contains(target.substring("socket:[".length(), target.length() - 1));
    } catch (IOException _) {
      // Closed between the listing and the look at it.
      return false;
    }
  }

  /** Of all sockets in the network that the process lives in. */
  private static Set<String> inodesListeningOn(long pid, int port) {
    String suffix = ":%04X".formatted(port);
    Set<String> inodes = new HashSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc", String.valueOf(pid), "net", table);
      if (Files.exists(file)) {
        try {
          Files.readAllLines(file).stream()
              .map(line -> line.strip().split("\\s+"))
              .filter(f -> f.length > 9 && f[1].endsWith(suffix) && f[3].equals(LISTEN))
              .forEach(f -> inodes.add(f[9]));
        } catch (IOException e) {
          throw new UncheckedIOException(table, e);
        }
      }
    }
    return inodes;
  }
}
