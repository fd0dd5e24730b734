package org.echolot.network;

import java.net.Socket;
import java.util.Optional;

/**
 * What macOS or Windows still holds of what was sent on a connection, because the other end has not
 * acknowledged it. Linux tells the same without a call (its tables in {@code /proc/net}).
 *
 * <p>Both are asked as their makers describe it, and tried with libraries that answer as described;
 * neither was run on the system itself.
 *
 * @param bytes 0: all was acknowledged
 * @param windowIsClosed whether the other end has said that it takes no more for now
 */
public record Outstanding(long bytes, boolean windowIsClosed) {

  /** Asks one system. */
  interface Asked {

    /** Empty where the socket is closed, or the system says nothing of it. */
    Optional<Outstanding> of(Socket socket);
  }

  /** Made when it is first wanted: most checks never ask. */
  private static final class ThisComputer {
    private static final Optional<Asked> ASKED =
        asked(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * What this computer's system says at this moment. It takes a few milliseconds at most, the first
   * time up to a quarter of a second.
   *
   * @return empty on another system, and where whoever started Java does not let it be asked
   */
  public static Optional<Outstanding> of(Socket socket) {
    return ThisComputer.ASKED.flatMap(system -> system.of(socket));
  }

  private static Optional<Asked> asked(String name, String processor) {
    return name.startsWith("Windows")
        ? WindowsSockets.ofThisComputer(name, processor)
        : MacSockets.ofThisComputer(name, processor);
  }
}
