package org.echolot.limits;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduHeader;

/** PDUs as large as they may be, of as many small parts of one kind as fit. */
final class LargestPdus {

  private LargestPdus() {}

  /** Each by what it is full of. */
  static Map<String, Octets> all() {
    Map<String, Octets> pdus = new LinkedHashMap<>();
    for (int type : new int[] {1, 2}) {
      String name = type == 1 ? "RQ" : "AC";
      int context = 0x1F + type;
      pdus.put(name + " of unknown items", associate(type, _ -> item(0x77)));
      pdus.put(name + " of items that may be identities", associate(type, _ -> item(0x58)));
      pdus.put(name + " of application contexts", associate(type, _ -> item(0x10)));
      pdus.put(name + " of empty user information", associate(type, _ -> item(0x50)));
      pdus.put(
          name + " of contexts with one ID",
          associate(type, i -> i < 128 ? item(context, 1, 0, 0, 0) : item(0x77)));
      for (int syntax : new int[] {0x30, 0x40, 0x77}) {
        pdus.put(
            name + " of contexts full of sub-items " + syntax,
            associate(type, i -> i < 17 ? context(context, 2 * i + 1, syntax) : new byte[0]));
      }
      pdus.put(name + " of maximum lengths", user(type, item(0x51, 0, 0, 64, 0)));
      pdus.put(name + " of class UIDs", user(type, item(0x52, '1')));
      pdus.put(name + " of operations windows", user(type, item(0x53, 0, 1, 0, 1)));
      pdus.put(name + " of role selections", user(type, item(0x54, 0, 1, '1', 1, 1)));
      pdus.put(name + " of version names", user(type, item(0x55)));
      pdus.put(name + " of extended negotiations", user(type, item(0x56, 0, 1, '1')));
      pdus.put(
          name + " of common extended negotiations",
          user(type, item(0x57, 0, 1, '1', 0, 1, '1', 0, 0)));
      pdus.put(
          name + " of user identities",
          user(type, type == 1 ? item(0x58, 3, 0, 0, 1, 'x', 0, 0) : item(0x59, 0, 1, 'x')));
      pdus.put(name + " of unknown sub-items", user(type, item(0x7A)));
    }
    pdus.put("P-DATA-TF of fragments of no byte", fragments());
    return pdus;
  }

  private static byte[] item(int type, int... content) {
    byte[] bytes = new byte[4 + content.length];
    bytes[0] = (byte) type;
    bytes[2] = (byte) (content.length >> 8);
    bytes[3] = (byte) content.length;
    for (int i = 0; i < content.length; i++) {
      bytes[4 + i] = (byte) content[i];
    }
    return bytes;
  }

  private static byte[] context(int type, int id, int subItem) {
    int[] content = new int[65_532];
    content[0] = id;
    for (int at = 4; at + 4 <= content.length; at += 4) {
      content[at] = subItem;
    }
    return item(type, content);
  }

  private static Octets associate(int type, IntFunction<byte[]> parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {0, 1, 0, 0});
    body.writeBytes("ECHOLOT         LARGEST         ".getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(new byte[32]);
    for (int i = 0; ; i++) {
      byte[] part = parts.apply(i);
      if (part.length == 0 || body.size() + part.length > PduHeader.MAX_ASSOCIATE_LENGTH) {
        return pdu(type, body);
      }
      body.writeBytes(part);
    }
  }

  /** User information comes but once, of 65,535 bytes; as many of it follow as fit. */
  private static Octets user(int type, byte[] subItem) {
    int count = 65_535 / subItem.length;
    int[] content = new int[count * subItem.length];
    for (int i = 0; i < content.length; i++) {
      content[i] = subItem[i % subItem.length];
    }
    byte[] user = item(0x50, content);
    return associate(type, _ -> user);
  }

  private static Octets fragments() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (body.size() + 6 <= 16_384) {
      body.writeBytes(new byte[] {0, 0, 0, 2, 1, 1});
    }
    return pdu(4, body);
  }

  private static Octets pdu(int type, ByteArrayOutputStream body) {
    ByteArrayOutputStream pdu = new ByteArrayOutputStream();
    int length = body.size();
    pdu.writeBytes(
        new byte[] {
          (byte) type,
          0,
          (byte) (length >> 24),
          (byte) (length >> 16),
          (byte) (length >> 8),
          (byte) length
        });
    pdu.writeBytes(body.toByteArray());
    return Octets.of(pdu.toByteArray());
  }
}
