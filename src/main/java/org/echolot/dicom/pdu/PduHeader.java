package org.echolot.dicom.pdu;

/**
 * The six bytes that begin every PDU (PS3.8 9.3.1).
 *
 * @param typeCode byte 1, 0 to 255
 * @param reserved byte 2, 0 to 255; not tested
 * @param length bytes 3-6, 0 to 4,294,967,295: the bytes that follow
 */
public record PduHeader(int typeCode, int reserved, long length) {

  /** The length of the header itself, in bytes. */
  public static final int LENGTH = 6;

  /**
   * The most that is taken of an A-ASSOCIATE-RQ or -AC, in bytes behind the header. 128
   * presentation contexts with a dozen transfer syntaxes each are below 64 KiB.
   */
  public static final int MAX_ASSOCIATE_LENGTH = 1 << 20;

  /** The header of a PDU that the first six of {@code bytes} are. */
  public static PduHeader of(Octets bytes) {
    long length = 0;
    for (int i = 2; i < LENGTH; i++) {
      length = length << 8 | bytes.unsignedAt(i);
    }
    return new PduHeader(bytes.unsignedAt(0), bytes.unsignedAt(1), length);
  }
}
