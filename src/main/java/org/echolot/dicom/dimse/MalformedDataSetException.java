package org.echolot.dicom.dimse;

/** A data set that breaks PS3.5 so that it can't be read, or is more than anybody looks at. */
public final class MalformedDataSetException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int tag;
  private final int offset;
  private final String held;
  private final String section;

  /**
   * @param tag the element at fault, {@code group << 16 | element}; 0 where there is none yet
   * @param offset the first byte at fault, counted from 0 at the start of the data set
   * @param held what is wrong there
   * @param section the section of the standard that it breaks
   */
  public MalformedDataSetException(int tag, int offset, String held, String section) {
    super(
        (tag == 0 ? "Data element" : CommandSet.tagText(tag))
            + " at byte "
            + offset
            + " of the data set: "
            + held
            + " ("
            + section
            + ")");
    this.tag = tag;
    this.offset = offset;
    this.held = held;
    this.section = section;
  }

  /** The element at fault, {@code group << 16 | element}; 0 where there is none yet. */
  public int tag() {
    return tag;
  }

  /** The first byte at fault, counted from 0 at the start of the data set. */
  public int offset() {
    return offset;
  }

  /** What is wrong there. */
  public String held() {
    return held;
  }

  /** The section of the standard that it breaks. */
  public String section() {
    return section;
  }

  /** Tag, place, what is wrong and section in one line. */
  public String description() {
    return String.valueOf(getMessage());
  }
}
