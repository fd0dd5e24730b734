package org.echolot.dicom.pdu;

/** Bytes that claim to be a PDU and break PS3.8 so that they can't be read. */
public sealed class MalformedPduException extends Exception permits CutShortException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final long offset;
  private final int length;
  private final String held;
  private final String section;

  /**
   * @param field the field at fault, in the standard's words, with the PDU it is in
   * @param offset its first byte, counted from 0 at the start of the PDU
   * @param held what it held, and why that can't be
   * @param section the section of the standard that it breaks
   */
  public MalformedPduException(String field, long offset, String held, String section) {
    this(field, offset, 0, held, section);
  }

  /**
   * @param length how many of the bytes that came are at fault
   */
  MalformedPduException(String field, long offset, int length, String held, String section) {
    super(Deviation.sentence(field, offset, "", held) + " (" + section + ")");
    this.field = field;
    this.offset = offset;
    this.length = length;
    this.held = held;
    this.section = section;
  }

  public String field() {
    return field;
  }

  public long offset() {
    return offset;
  }

  /** How many of the bytes that came are at fault, from the offset on. */
  int length() {
    return length;
  }

  public String held() {
    return held;
  }

  public String section() {
    return section;
  }

  /** Field, place, value and section in one line. */
  public String description() {
    return String.valueOf(getMessage());
  }
}
