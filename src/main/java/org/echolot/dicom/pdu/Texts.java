package org.echolot.dicom.pdu;

/** The bounds of the wire's character fields: what does not fit is refused when it is made. */
final class Texts {

  private Texts() {}

  /** A UID or name must have Latin-1 characters alone, one byte each, and fit a 16-bit length. */
  static void requireEncodable(String field, String value) {
    Ranges.requireUnsigned16(field + " length", value.length());
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 0xFF) {
        throw new IllegalArgumentException(
            field + " has a character at " + i + " that no single byte can carry");
      }
    }
  }
}
