package org.echolot.check.diagnosis;

import java.util.Optional;
import org.echolot.check.Warning;
import org.echolot.network.TcpPath;

/**
 * Decides whether a connection's way is so narrow, or loses so much, that an echo passes and images
 * will be slow. Pure.
 */
public final class NarrowPath {

  /** Every tunnel that is set up well lets more pass (RFC 8200 5: packets of 1280 bytes). */
  private static final int LEAST_SEGMENT = 1_000;

  /** One or two get lost on any network. */
  private static final int MANY = 3;

  /** What IP and TCP take of a packet, with their options. */
  private static final int HEADERS = 120;

  /** How a warning about the size of packets begins; the others are about lost ones. */
  static final String SIZE = "Packets to ";

  /** What a warning has in it that blames a link in between for their size. */
  static final String PATH = "(path MTU)";

  private static final String FOUND_OUT = "; finding out the path MTU can cause that.";

  private NarrowPath() {}

  /**
   * The warning; empty if there is nothing to warn of.
   *
   * @param byProxy whether the way is that to a proxy
   */
  public static Optional<Warning> warning(TcpPath path, boolean byProxy) {
    boolean isNarrow = path.mss() > 0 && path.mss() < LEAST_SEGMENT;
    boolean isLossy = isLossy(path);
    if (!isNarrow && !isLossy) {
      return Optional.empty();
    }
    String to = byProxy ? "the proxy" : "the peer";
    String resent =
        path.retransmissions()
            + " packets to "
            + to
            + " were not acknowledged, and were sent again";
    return Optional.of(
        new Warning(
            Warning.Code.SLOW_NETWORK,
            isNarrow
                ? narrow(path, to)
                    + (isLossy ? " " + resent + (isThePath(path) ? FOUND_OUT : ".") : "")
                : resent + ": packets are lost in transit, so large data will be slow."));
  }

  /** Whether so many packets were lost that answers come late. */
  public static boolean isLossy(TcpPath path) {
    return path.retransmissions() >= MANY;
  }

  /** Whether a link in between, and not one of the ends, makes packets small. */
  private static boolean isThePath(TcpPath path) {
    return path.pathMtu() > 0 && path.pathMtu() < LEAST_SEGMENT + HEADERS;
  }

  private static String narrow(TcpPath path, String to) {
    return SIZE
        + to
        + " can carry only "
        + path.mss()
        + " bytes"
        + " of data (MSS)"
        + (isThePath(path)
            ? ", because a link in between seems to take at most "
                + path.pathMtu()
                + " bytes"
                + " "
                + PATH
            : ", though the path MTU, as far as this computer knows, is "
                + path.pathMtu()
                + " bytes"
                + ": "
                + to
                + ", or a device in between, sets that limit")
        + ". That is enough for a check, but images may be slow.";
  }
}
