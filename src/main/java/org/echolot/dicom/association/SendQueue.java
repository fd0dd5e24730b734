package org.echolot.dicom.association;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.concurrent.Deadline;

/**
 * Looks up, in the tables that Linux shows to everybody, what it still has to send on a socket, or
 * has sent and was not acknowledged. Other systems tell no program about a socket of Java's.
 */
final class SendQueue {

  /** Sockets of Java's are of both families, and in the second table, unless that is off. */
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp6"), Path.of("/proc/net/tcp"));

  /** A table of very many connections is not read to its end. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  /** A line: its number, both ends, the state, the two queues, and the timer that runs. */
  private static final Pattern FIELDS =
      Pattern.compile(
          "^ *\\d+: \\S+ \\S+ \\S+ (?<waiting>[0-9A-F]{8}):[0-9A-F]{8} (?<timer>[0-9A-F]{2}):");

  /** The timer that asks, now and then, whether the other end takes data again. */
  private static final String ZERO_WINDOW_PROBE = "04";

  private static final int HEX = 16;

  /** How an IPv4 address is written where addresses have 16 bytes (RFC 4291 2.5.5.2). */
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private SendQueue() {}

  /** What the system says of the socket; unknown where it says nothing, or the socket is closed. */
  static Delivery of(Socket socket) {
    SocketAddress local = socket.getLocalSocketAddress();
    SocketAddress remote = socket.getRemoteSocketAddress();
    if (socket.isClosed()
        || !(local instanceof InetSocketAddress here)
        || !(remote instanceof InetSocketAddress there)) {
      return new Delivery.Unknown();
    }
    Deadline deadline = Deadline.after(PATIENCE);
    for (Path table : TABLES) {
      boolean wide = table.equals(TABLES.getFirst());
      if (wide || here.getAddress() instanceof Inet4Address) {
        String ends = end(here, wide) + ' ' + end(there, wide);
        Optional<Delivery> found = read(table, ends, deadline);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return new Delivery.Unknown();
  }

  private static Optional<Delivery> read(Path table, String ends, Deadline deadline) {
    if (!Files.isReadable(table)) {
      return Optional.empty();
    }
    try (BufferedReader lines = Files.newBufferedReader(table, StandardCharsets.US_ASCII)) {
      for (String line = lines.readLine();
          line != null && !deadline.hasPassed();
          line = lines.readLine()) {
        if (line.contains(ends)) {
          return Optional.of(delivery(line));
        }
      }
    } catch (IOException | IllegalArgumentException _) {
      // Whatever a system writes there that this does not understand is not known.
    }
    return Optional.empty();
  }

  /**
   * @throws IllegalArgumentException if it is no line of such a table
   */
  static Delivery delivery(String line) {
    Matcher fields = FIELDS.matcher(line);
    if (!fields.find()) {
      throw new IllegalArgumentException(line);
    }
    long waiting = Long.parseLong(fields.group("waiting"), HEX);
    return waiting == 0
        ? new Delivery.Whole()
        : new Delivery.Stuck(
            Math.clamp(waiting, 1, Integer.MAX_VALUE),
            fields.group("timer").equals(ZERO_WINDOW_PROBE));
  }

  /**
   * One end of a connection as the tables write it: words of four bytes, each as a number in the
   * order of bytes of this computer.
   *
   * @param wide whether addresses have 16 bytes
   */
  static String end(InetSocketAddress end, boolean wide) {
    ByteBuffer bytes = ByteBuffer.wrap(bytesOf(end.getAddress(), wide));
    StringBuilder text = new StringBuilder();
    HexFormat hex = HexFormat.of().withUpperCase();
    while (bytes.hasRemaining()) {
      text.append(hex.toHexDigits(bytes.order(ByteOrder.nativeOrder()).getInt()));
    }
    return text.toString() + String.format(Locale.ROOT, ":%04X", end.getPort());
  }

  private static byte[] bytesOf(InetAddress address, boolean wide) {
    return wide && !(address instanceof Inet6Address)
        ? ByteBuffer.allocate(MAPPED.length + address.getAddress().length)
            .put(MAPPED)
            .put(address.getAddress())
            .array()
        : address.getAddress();
  }
}
