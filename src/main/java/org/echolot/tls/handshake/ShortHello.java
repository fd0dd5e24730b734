package org.echolot.tls.handshake;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * A ClientHello for TLS 1.2 of fewer than 256 bytes (RFC 5246 7.4.1.2). Some old TLS software does
 * not answer one whose length takes two bytes, which RFC 7685 was written for.
 */
public final class ShortHello {

  /** The most that such software reads, with a record header. */
  static final int MOST_BYTES = 255;

  private static final int ALERT = 0x15;
  private static final int MAJOR = 3;

  /** ECDHE with GCM and CBC, then RSA alone, with AES: some of it everybody has. */
  private static final int[] SUITES = {
    0xC02B, 0xC02F, 0xC02C, 0xC030, 0xC013, 0xC014, 0x009C, 0x009D, 0x003C, 0x002F, 0x0035
  };

  private static final int[] GROUPS = {0x0017, 0x0018, 0x001D};
  private static final int[] SIGNATURES = {0x0403, 0x0503, 0x0804, 0x0401, 0x0501, 0x0201};

  private ShortHello() {}

  /**
   * Sends one, and waits for the first bytes of an answer.
   *
   * @param socket connected, with a time limit for reading; it is not closed
   * @param serverName the name to ask for (SNI), if that leaves it short; null: none
   * @return whether an answer of TLS came, be it an alert, or the connection ended
   * @throws IOException if nothing came in time
   */
  public static boolean isReactedTo(Socket socket, @Nullable String serverName) throws IOException {
    socket.getOutputStream().write(hello(serverName));
    try {
      int type = socket.getInputStream().read();
      return type < 0
          || ((type == HandshakeTap.HANDSHAKE || type == ALERT)
              && socket.getInputStream().read() == MAJOR);
    } catch (SocketException _) {
      return true; // it was reset
    }
  }

  /** The bytes of the record, at most {@value #MOST_BYTES}. */
  static byte[] hello(@Nullable String serverName) {
    byte[] named = record(serverName);
    return named.length <= MOST_BYTES ? named : record(null);
  }

  private static byte[] record(@Nullable String serverName) {
    return BareHello.record(SUITES, BareHello.extensions(serverName, GROUPS, SIGNATURES));
  }
}
