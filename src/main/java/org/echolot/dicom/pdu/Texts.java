package org.echolot.dicom.pdu;

/**
 * The bounds of the wire's character fields: what does not fit is refused when it is made. And the
 * words for numbers that have no meaning.
 */
final class Texts {

  /** Of a number that PS3.8 has in its tables, without a meaning. */
  static final String RESERVED = "reserved in PS3.8";

  /** Of a number that PS3.8 does not have in its tables. */
  static final String NOT_DEFINED = "not defined in PS3.8";

  private Texts() {}

  static boolean isWithoutMeaning(String words) {
    return words.equals(RESERVED) || words.equals(NOT_DEFINED);
  }

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
