package org.echolot.dicom.pdu;

/**
 * A presentation data value item of a P-DATA-TF (PS3.8 9.3.5.1 and Annex E.2).
 *
 * @param contextId byte 5, 0 to 255: the presentation context it belongs to
 * @param controlHeader byte 6, 0 to 255: bit 0 set for a command, bit 1 set for the last fragment
 * @param data the fragment
 */
public record Pdv(int contextId, int controlHeader, Octets data) {

  private static final int COMMAND = 0x01;
  private static final int LAST = 0x02;

  /** The length, the context ID and the control header that precede the data, in bytes. */
  public static final int HEADER_LENGTH = 6;

  /**
   * @throws IllegalArgumentException if a value does not fit the wire
   */
  public Pdv {
    Ranges.requireUnsigned8("presentation context ID", contextId);
    Ranges.requireUnsigned8("message control header", controlHeader);
  }

  /** A fragment of a command set. */
  public static Pdv command(int contextId, boolean last, Octets data) {
    return new Pdv(contextId, last ? COMMAND | LAST : COMMAND, data);
  }

  /** A fragment of a data set. */
  public static Pdv dataSet(int contextId, boolean last, Octets data) {
    return new Pdv(contextId, last ? LAST : 0, data);
  }

  public boolean isCommand() {
    return (controlHeader & COMMAND) != 0;
  }

  public boolean isLast() {
    return (controlHeader & LAST) != 0;
  }
}
