package org.echolot.network;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.echolot.text.AddressText;

/**
 * The router that this computer's IPv4 calls beyond its own networks go to, as far as the system
 * tells (Linux).
 *
 * @param address in a network of this computer's
 */
public record Gateway(InetAddress address) {

  /** Whether a router is there at all. */
  public enum State {
    ANSWERS,
    /** It does not even say at which card it is (ARP). */
    SILENT,
    /** The system does not tell. */
    UNKNOWN
  }

  private static final Path ROUTES = Path.of("/proc/net/route");
  private static final Path NEIGHBOURS = Path.of("/proc/net/arp");

  private static final int MAX_LINES = 10_000;
  private static final int HEX = 16;

  /** In the flags of a route: it leads to a gateway. */
  private static final int LEADS_TO_GATEWAY = 2;

  /** In the flags of a neighbour: its card is known. */
  private static final int COMPLETE = 2;

  /** That of this computer, as it is now; empty where it has none, or the system does not tell. */
  public static Optional<Gateway> ofThisComputer() {
    return ofRoutes(lines(ROUTES));
  }

  /** That of the first default route in {@code /proc/net/route}. */
  static Optional<Gateway> ofRoutes(List<String> lines) {
    return lines.stream()
        .map(line -> List.of(line.strip().split("\\s+")))
        .filter(fields -> fields.size() > 7)
        .filter(fields -> fields.get(1).equals("00000000") && fields.get(7).equals("00000000"))
        .filter(fields -> (number(fields.get(3), HEX) & LEADS_TO_GATEWAY) != 0)
        .map(fields -> new Gateway(address((int) number(fields.get(2), HEX))))
        .findFirst();
  }

  /**
   * Whether it is there. It blocks.
   *
   * @param patience how long an answer may take
   */
  public State state(Duration patience) {
    try {
      // Asks for its card, whatever comes of the question itself.
      if (address.isReachable(Math.toIntExact(patience.toMillis()))) {
        return State.ANSWERS;
      }
    } catch (IOException _) {
      // Then the neighbours tell.
    }
    return stateAmong(lines(NEIGHBOURS));
  }

  /** What {@code /proc/net/arp} says of it. */
  State stateAmong(List<String> lines) {
    String ours = AddressText.of(address);
    return lines.stream()
        .map(line -> List.of(line.strip().split("\\s+")))
        .filter(fields -> fields.size() > 2 && fields.getFirst().equals(ours))
        .map(
            fields ->
                fields.get(2).startsWith("0x")
                        && (number(fields.get(2).substring(2), HEX) & COMPLETE) != 0
                    ? State.ANSWERS
                    : State.SILENT)
        .findFirst()
        .orElse(State.UNKNOWN);
  }

  private static List<String> lines(Path file) {
    try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
      return lines.limit(MAX_LINES).toList();
    } catch (IOException | RuntimeException _) {
      return List.of(); // another system than Linux
    }
  }

  private static long number(String text, int radix) {
    try {
      return Long.parseLong(text, radix);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  /** The kernel writes the four bytes as a number of this computer, which is little-endian. */
  private static Inet4Address address(int number) {
    byte[] bytes = {
      (byte) number, (byte) (number >>> 8), (byte) (number >>> 16), (byte) (number >>> 24)
    };
    try {
      return (Inet4Address) InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e); // four bytes are an address
    }
  }
}
