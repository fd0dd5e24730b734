package org.echolot.dicom.pdu;

/** Writes PDUs (PS3.8 9.3). Pure; safe for use by any thread. */
public final class PduEncoder {

  private PduEncoder() {}

  /**
   * The bytes of {@code pdu}, header included. Nothing is ever cut: what does not fit the wire was
   * refused by the constructor of its value.
   *
   * @throws IllegalArgumentException if items that fit one by one are together longer than their
   *     16-bit length can say
   */
  public static Octets encode(Pdu pdu) {
    throw new UnsupportedOperationException();
  }
}
