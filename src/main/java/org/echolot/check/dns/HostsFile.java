package org.echolot.check.dns;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The names that this computer knows by itself (hosts(5)). */
public final class HostsFile {

  /** Lists that block advertisements are longer; to read them would take longer than a check. */
  private static final int MAX_BYTES = 131_072;

  private final Path file;

  /** That of this computer. */
  public HostsFile() {
    this(pathOnThisComputer());
  }

  HostsFile(Path file) {
    this.file = file;
  }

  private static Path pathOnThisComputer() {
    String windows = System.getenv("SystemRoot");
    return windows == null
        ? Path.of("/etc/hosts")
        : Path.of(windows, "System32", "drivers", "etc", "hosts");
  }

  /** Its path, for people. */
  public String path() {
    return file.toString();
  }

  /**
   * Whether it has, near its beginning, {@code host} with one of the addresses. Reads it each time,
   * so that what somebody has just written counts.
   */
  public boolean has(String host, List<InetAddress> addresses) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
      return text.lines().anyMatch(line -> has(line, host, addresses));
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean has(String line, String host, List<InetAddress> addresses) {
    int comment = line.indexOf('#');
    String entry = comment < 0 ? line : line.substring(0, comment);
    if (!entry.toLowerCase(Locale.ROOT).contains(host.toLowerCase(Locale.ROOT))) {
      return false;
    }
    List<String> words = List.of(entry.strip().split("\\s+"));
    try {
      return words.stream().skip(1).anyMatch(host::equalsIgnoreCase)
          && addresses.contains(InetAddress.ofLiteral(words.getFirst()));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
