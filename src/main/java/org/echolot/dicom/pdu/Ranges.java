package org.echolot.dicom.pdu;

/** The bounds of the wire's integers: what does not fit is refused when the value is made. */
final class Ranges {

  private Ranges() {}

  static void requireUnsigned8(String field, int value) {
    requireIn(field, value, 0, 0xFF);
  }

  static void requireUnsigned16(String field, int value) {
    requireIn(field, value, 0, 0xFFFF);
  }

  static void requireUnsigned32(String field, long value) {
    requireIn(field, value, 0, 0xFFFF_FFFFL);
  }

  private static void requireIn(String field, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          field + " is " + value + ", not from " + min + " to " + max);
    }
  }
}
