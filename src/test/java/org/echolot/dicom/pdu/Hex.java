package org.echolot.dicom.pdu;

/**
 * Hex with remarks, as the fixtures have it: what stands behind {@code #} in a line is a remark.
 */
public final class Hex {

  private Hex() {}

  /** The bytes that {@code text} spells. */
  public static Octets parse(String text) {
    return Octets.parseHex(text.replaceAll("#[^\n]*", ""));
  }

  /** {@code bytes} with the byte at {@code index} replaced. */
  public static Octets withByte(Octets bytes, int index, int value) {
    byte[] changed = bytes.toByteArray();
    changed[index] = (byte) value;
    return Octets.of(changed);
  }

  /** {@code bytes} with {@code value} as a big-endian number of {@code width} bytes at an index. */
  public static Octets withNumber(Octets bytes, int index, int width, long value) {
    byte[] changed = bytes.toByteArray();
    for (int i = 0; i < width; i++) {
      changed[index + i] = (byte) (value >>> (8 * (width - 1 - i)));
    }
    return Octets.of(changed);
  }
}
