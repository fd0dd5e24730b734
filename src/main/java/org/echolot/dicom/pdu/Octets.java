package org.echolot.dicom.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable run of bytes, as they stood on the wire.
 *
 * <p>Unlike a {@code byte[]} it has a value: two runs with the same bytes are equal, and nobody can
 * change a byte behind the owner's back.
 */
public final class Octets {

  /** No bytes at all. */
  public static final Octets EMPTY = new Octets(new byte[0]);

  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of all of {@code bytes}. */
  public static Octets of(byte... bytes) {
    return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
  }

  /**
   * A copy of the bytes from {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @throws IndexOutOfBoundsException if the range is not inside {@code bytes}
   */
  public static Octets copyOf(byte[] bytes, int from, int to) {
    Objects.checkFromToIndex(from, to, bytes.length);
    return from == to ? EMPTY : new Octets(Arrays.copyOfRange(bytes, from, to));
  }

  /**
   * The bytes that {@code hex} spells, for example {@code "01 00 1F"}; white space is ignored.
   *
   * @throws IllegalArgumentException if what is left is not an even number of hex digits
   */
  public static Octets parseHex(String hex) {
    return new Octets(HexFormat.of().parseHex(hex.replaceAll("\\s+", "")));
  }

  public int length() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The byte at {@code index} as 0 to 255. */
  public int unsignedAt(int index) {
    return Byte.toUnsignedInt(bytes[index]);
  }

  /** The bytes from {@code from} (inclusive) to {@code to} (exclusive). */
  public Octets slice(int from, int to) {
    return copyOf(bytes, from, to);
  }

  /** A copy that the caller owns. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** Each byte as the character with the same number, so that no byte is lost. */
  public String toLatin1() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Upper-case hex with a blank between bytes: {@code "01 00 1F"}. */
  public String toHex() {
    return HEX.formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The number of bytes and the first of them; never more than a line. */
  @Override
  public String toString() {
    int shown = Math.min(bytes.length, 32);
    return bytes.length
        + " bytes"
        + (shown == 0 ? "" : ": " + HEX.formatHex(bytes, 0, shown))
        + (shown < bytes.length ? " …" : "");
  }
}
