package org.echolot.dicom.pdu;

import java.util.HexFormat;

/** How values are shown beside the bytes. */
final class FieldText {

  /** The most bytes of a value that are shown. */
  private static final int MAX_VALUE = 128;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private FieldText() {}

  /** A number as it is read in a dump: {@code 66051 (00010203H)}. */
  static String number(long value, int bytes) {
    return value + " (" + HEX.toHexDigits(value, 2 * bytes) + "H)";
  }

  /** As in {@code needs 1 byte}. */
  static String needs(long bytes) {
    return "needs " + bytes + (bytes == 1 ? " byte" : " bytes");
  }

  /** As in {@code 1 byte is left}. */
  static String left(long bytes) {
    return bytes + (bytes == 1 ? " byte is left" : " bytes are left");
  }

  /** For example {@code 1 (rejected-permanent)}. */
  static String numbered(int number, String words) {
    return number + " (" + words + ")";
  }

  /** A UID with its name, shortened. */
  static String uid(Octets value) {
    return Uids.named(trimmed(start(value))) + more(value);
  }

  /** Characters in quotes, shortened. */
  static String quoted(Octets value) {
    return '"' + trimmed(start(value)) + '"' + more(value);
  }

  private static String start(Octets value) {
    return value.slice(0, Math.min(value.length(), MAX_VALUE)).toLatin1();
  }

  private static String more(Octets value) {
    int more = value.length() - MAX_VALUE;
    return more > 0 ? " … " + more + " more bytes" : "";
  }

  /** Without the NULs and blanks behind it. */
  static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\0' || text.charAt(end - 1) == ' ')) {
      end--;
    }
    return text.substring(0, end);
  }
}
