package org.echolot.dicom.pdu;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Puts PDUs together piece by piece, right or wrong, without our encoder. */
final class Wire {

  /** Where the first item of a {@link #rq} or {@link #ac} begins. */
  static final int FIRST_ITEM = 74;

  private Wire() {}

  static Octets hex(String hex) {
    return Hex.parse(hex);
  }

  static Octets zeros(int count) {
    return Octets.of(new byte[count]);
  }

  static Octets join(Octets... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(part -> out.writeBytes(part.toByteArray()));
    return Octets.of(out.toByteArray());
  }

  /** {@code part} so often that no more than {@code bytes} come of it. */
  static Octets filled(int bytes, Octets part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes);
    while (out.size() + part.length() <= bytes) {
      out.writeBytes(part.toByteArray());
    }
    return Octets.of(out.toByteArray());
  }

  /** A PDU whose length is right. */
  static Octets pdu(int type, Octets... body) {
    Octets joined = join(body);
    return claimedPdu(type, joined.length(), joined);
  }

  /** A PDU with whatever length it claims. */
  static Octets claimedPdu(int type, long length, Octets body) {
    Octets header = Octets.of((byte) type, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
    return join(Hex.withNumber(header, 2, 4, length), body);
  }

  /** An A-ASSOCIATE-RQ with these items behind its fixed fields. */
  static Octets rq(Octets... items) {
    return pdu(1, fixedFields(), join(items));
  }

  /** An A-ASSOCIATE-AC with these items behind its fixed fields. */
  static Octets ac(Octets... items) {
    return pdu(2, fixedFields(), join(items));
  }

  static Octets fixedFields() {
    return join(
        hex("00 01 00 00"),
        PduFixtures.title("PACS").bytes(),
        PduFixtures.title("ECHOLOT").bytes(),
        AssociateRq.NO_RESERVED);
  }

  /** An item or sub-item whose length is right. */
  static Octets item(int type, Octets... content) {
    Octets joined = join(content);
    return claimed(type, joined.length(), joined);
  }

  /** An item or sub-item with whatever length it claims. */
  static Octets claimed(int type, int length, Octets... content) {
    return join(
        Octets.of((byte) type, (byte) 0, (byte) (length >>> 8), (byte) length), join(content));
  }

  /** A 16-bit length and what it counts. */
  static Octets counted(Octets content) {
    return join(Octets.of((byte) (content.length() >>> 8), (byte) content.length()), content);
  }

  static Octets ascii(String text) {
    return PduFixtures.ascii(text);
  }

  static Octets applicationContext() {
    return item(0x10, ascii(Uids.APPLICATION_CONTEXT));
  }

  /** A maximum length and an implementation class UID, as every user information item has them. */
  static Octets usualUserItems() {
    return join(item(0x51, hex("00 00 40 00")), item(0x52, ascii("1.2.3")));
  }
}
