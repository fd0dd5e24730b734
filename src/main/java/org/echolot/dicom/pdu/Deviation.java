package org.echolot.dicom.pdu;

/**
 * Something in a PDU or command set that breaks the standard and was tolerated, because peers in
 * the field do it and the meaning is plain.
 *
 * @param field the field, in the standard's words
 * @param offset its first byte, counted from 0 at the start of the PDU or command set
 * @param description what it held, and what it should have held
 * @param section where the standard says so, for example {@code PS3.8 9.3.3}
 */
public record Deviation(String field, int offset, String description, String section) {

  /** What an element or item is that is not there. */
  public static final String MISSING = "is missing";

  /** Field, place, and what it held, in one clause; what is missing has no place. */
  public String sentence() {
    return sentence(field, offset, "", description);
  }

  /**
   * The same of a fault.
   *
   * @param of what the place is counted in, with a blank before it; empty: the PDU
   */
  public static String sentence(String field, long offset, String of, String held) {
    return held.equals(MISSING)
        ? field + ' ' + held
        : field + " at byte " + offset + of + ": " + held;
  }
}
