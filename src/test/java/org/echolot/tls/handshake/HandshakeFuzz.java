package org.echolot.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.echolot.fuzz.Budget;

/** Any bytes in any pieces, as the records of both sides of a handshake. */
public final class HandshakeFuzz {

  private static final Budget BUDGET = Budget.of(512, 400);

  private static final String SERVER_HELLO =
      "16030300310200002D0303"
          + "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F"
          + "00C02F000005FF01000100";
  private static final String CERTIFICATE_REQUEST =
      "160303001A0D00001603010240000604030503060300080006300431023000";
  private static final String ALERT = "15030300020228";

  private HandshakeFuzz() {}

  /** Inputs to begin with: the length of a piece, and records. */
  public static Stream<byte[]> seeds() {
    return Stream.of(SERVER_HELLO, SERVER_HELLO + CERTIFICATE_REQUEST, ALERT, SERVER_HELLO + ALERT)
        .flatMap(records -> Stream.of("00" + records, "06" + records))
        .map(HexFormat.of()::parseHex);
  }

  /** Tries one input. */
  public static void run(byte[] bytes) throws Exception {
    if (bytes.length > 1) {
      BUDGET.holds(bytes.length, () -> handshake(bytes));
    }
  }

  private static void handshake(byte[] bytes) {
    HandshakeTap tap = new HandshakeTap();
    int piece = 1 + (bytes[0] & 0xFF);
    for (int at = 1; at < bytes.length; at += piece) {
      tap.received(bytes, at, Math.min(piece, bytes.length - at));
    }
    // The same code reads what we sent: all in one piece, so that half of the time is not for that.
    byte[] same = Arrays.copyOfRange(bytes, 1, bytes.length);
    tap.sent(same, same.length);
    HandshakeReader reader = HandshakeReader.of(tap);
    assertThat(reader.offer()).isNotNull();
    assertThat(String.valueOf(reader.certificateRequest()).length())
        .isLessThanOrEqualTo(4_000 + 40 * bytes.length);
    assertThat(tap.receivedMessages().length).isLessThanOrEqualTo(bytes.length);
    assertThat(tap.receivedStart().length).isLessThanOrEqualTo(512);
  }
}
