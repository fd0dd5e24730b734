package org.echolot.dicom.dimse;

import org.echolot.dicom.pdu.Deviation;

/** A command set that breaks PS3.7 so that it can't be read, or that lacks a required element. */
public final class MalformedCommandException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final int offset;
  private final String held;
  private final String section;

  /**
   * @param field the element or field at fault, in the standard's words
   * @param offset its first byte, counted from 0 at the start of the command set
   * @param held what it held, and why that can't be
   * @param section the section of the standard that it breaks
   */
  public MalformedCommandException(String field, int offset, String held, String section) {
    super(Deviation.sentence(field, offset, " of the command set", held) + " (" + section + ")");
    this.field = field;
    this.offset = offset;
    this.held = held;
    this.section = section;
  }

  public String field() {
    return field;
  }

  public int offset() {
    return offset;
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
