package org.echolot.dicom.pdu;

import java.util.HexFormat;

/**
 * Reads fields by name inside one bounded run of a PDU. Nothing outside the run can be reached, and
 * each fault names the field, its place in the PDU and the section.
 */
final class ItemReader {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final Octets pdu;
  private final int end;
  private final String section;
  private int position;

  /**
   * @param pdu the whole PDU, from which offsets are counted
   * @param from the first byte of the run
   * @param end the byte behind the last of the run
   * @param section where the standard defines the run
   */
  ItemReader(Octets pdu, int from, int end, String section) {
    this.pdu = pdu;
    this.position = from;
    this.end = end;
    this.section = section;
  }

  int position() {
    return position;
  }

  int remaining() {
    return end - position;
  }

  boolean hasMore() {
    return position < end;
  }

  int unsigned8(String field) throws MalformedPduException {
    require(field, 1);
    return pdu.unsignedAt(position++);
  }

  int unsigned16(String field) throws MalformedPduException {
    require(field, 2);
    return unsigned8(field) << 8 | unsigned8(field);
  }

  long unsigned32(String field) throws MalformedPduException {
    require(field, 4);
    return (long) unsigned16(field) << 16 | unsigned16(field);
  }

  Octets octets(String field, int length) throws MalformedPduException {
    require(field, length);
    Octets octets = pdu.slice(position, position + length);
    position += length;
    return octets;
  }

  void skip(String field, int length) throws MalformedPduException {
    require(field, length);
    position += length;
  }

  /**
   * A reader of the next {@code length} bytes, which this one then has behind it.
   *
   * @param field what they are
   * @param subSection where the standard defines them
   * @throws MalformedPduException if they are not all there; the fault is put at the length field
   */
  ItemReader slice(String field, long length, int lengthBytes, String subSection)
      throws MalformedPduException {
    if (length > remaining()) {
      throw new MalformedPduException(
          field + " length",
          position - lengthBytes,
          "held " + number(length, lengthBytes) + ", and " + remaining() + " bytes are left",
          subSection);
    }
    int from = position;
    position += (int) length;
    return new ItemReader(pdu, from, position, subSection);
  }

  /** Fails where the run does not end with its last field. */
  void requireEnd(String item) throws MalformedPduException {
    if (hasMore()) {
      throw new MalformedPduException(
          item, position, remaining() + " bytes more than its fields take", section);
    }
  }

  private void require(String field, int length) throws MalformedPduException {
    if (length > remaining()) {
      throw new MalformedPduException(
          field, position, "needs " + length + " bytes, and " + remaining() + " are left", section);
    }
  }

  /** A number as it is read in a dump: {@code 66051 (00010203H)}. */
  static String number(long value, int bytes) {
    return value + " (" + HEX.toHexDigits(value, 2 * bytes) + "H)";
  }
}
