package org.echolot.check.dns;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A question for one kind of address of one name (RFC 1035 4.1).
 *
 * @param id 0 to 65,535; what an answer is told by
 * @param name a full name, without a dot at its end; see {@link #canBeAsked}
 * @param type {@link #A} or {@link #AAAA}
 */
record DnsQuestion(int id, String name, int type) {

  /** The type of an IPv4 address (RFC 1035 3.2.2). */
  static final int A = 1;

  /** The type of an IPv6 address (RFC 3596 2.1). */
  static final int AAAA = 28;

  /** The class of the Internet (RFC 1035 3.2.4). */
  static final int INTERNET = 1;

  /** How long the part is that each message begins with. */
  static final int HEADER_BYTES = 12;

  private static final int RECURSION_DESIRED = 0x0100;
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;

  /** Whether a message can carry the name (RFC 1035 2.3.4). */
  static boolean canBeAsked(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_NAME
        && name.chars().allMatch(c -> c > ' ' && c < 0x7F)
        && labels(name).stream().allMatch(label -> !label.isEmpty() && label.length() <= MAX_LABEL);
  }

  private static List<String> labels(String name) {
    return List.of(name.split("\\.", -1));
  }

  /** The message that asks it. */
  byte[] message() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeShort(id);
      out.writeShort(RECURSION_DESIRED);
      out.writeShort(1); // questions
      out.writeShort(0); // answers
      out.writeShort(0); // authorities
      out.writeShort(0); // additional records
      out.write(asked());
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written to", e);
    }
    return bytes.toByteArray();
  }

  /** The part that an answer has to repeat. */
  byte[] asked() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String label : labels(name)) {
      bytes.write(label.length());
      bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    bytes.write(0);
    bytes.write(0);
    bytes.write(type);
    bytes.write(0);
    bytes.write(INTERNET);
    return bytes.toByteArray();
  }
}
