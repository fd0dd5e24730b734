package org.echolot.tls.handshake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a ClientHello that is sent for its answer alone (RFC 5246 7.4.1.2, RFC 8446 4.1.2):
 * no handshake comes of it. Safe for use by any thread.
 */
final class BareHello {

  static final int TLS12 = 0x0303;
  static final int TLS10 = 0x0301;

  private static final int SERVER_NAME = 0;
  private static final int GROUPS = 10;
  private static final int POINT_FORMATS = 11;
  private static final int SIGNATURES = 13;

  private static final int RANDOM_LENGTH = 32;

  private BareHello() {}

  /** The record with a ClientHello of TLS 1.2; other versions may stand in its extensions. */
  static byte[] record(int[] suites, byte[] extensions) {
    byte[] random = new byte[RANDOM_LENGTH];
    new SecureRandom().nextBytes(random);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(numbers(TLS12));
    body.writeBytes(random);
    body.write(0); // no session
    body.writeBytes(vector(numbers(suites)));
    body.write(1); // no compression
    body.write(0);
    body.writeBytes(vector(extensions));
    byte[] message = body.toByteArray();
    ByteBuffer record = ByteBuffer.allocate(9 + message.length);
    record.put((byte) HandshakeTap.HANDSHAKE).putShort((short) TLS10);
    record.putShort((short) (4 + message.length)).put((byte) 1).put((byte) 0);
    return record.putShort((short) message.length).put(message).array();
  }

  /**
   * The extensions that TLS 1.2 needs.
   *
   * @param serverName the name to ask for (SNI); null: none
   */
  static byte[] extensions(@Nullable String serverName, int[] groups, int[] signatures) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    if (serverName != null) {
      byte[] name = serverName.getBytes(StandardCharsets.US_ASCII);
      ByteBuffer entry = ByteBuffer.allocate(3 + name.length);
      entry.put((byte) 0).putShort((short) name.length).put(name);
      all.writeBytes(extension(SERVER_NAME, vector(entry.array())));
    }
    all.writeBytes(extension(GROUPS, vector(numbers(groups))));
    all.writeBytes(extension(POINT_FORMATS, new byte[] {1, 0}));
    all.writeBytes(extension(SIGNATURES, vector(numbers(signatures))));
    return all.toByteArray();
  }

  static byte[] extension(int type, byte[] body) {
    ByteBuffer extension = ByteBuffer.allocate(2 + 2 + body.length);
    return extension.putShort((short) type).put(vector(body)).array();
  }

  /** With its length in two bytes before it. */
  static byte[] vector(byte[] body) {
    return ByteBuffer.allocate(2 + body.length).putShort((short) body.length).put(body).array();
  }

  /** Two bytes each. */
  static byte[] numbers(int... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length);
    for (int number : numbers) {
      bytes.putShort((short) number);
    }
    return bytes.array();
  }
}
