package org.echolot.dicom.pdu;

import java.nio.charset.StandardCharsets;

/**
 * The 16 bytes of an AE title field as they stand in an A-ASSOCIATE-RQ or -AC (PS3.8 9.3.2, 9.3.3),
 * kept as they came: blank, padded with NUL or full of odd bytes.
 *
 * @param bytes exactly 16 bytes
 */
public record AeTitleField(Octets bytes) {

  /** The length of the field, in bytes. */
  public static final int LENGTH = 16;

  /**
   * @throws IllegalArgumentException if {@code bytes} are not 16
   */
  public AeTitleField {
    if (bytes.length() != LENGTH) {
      throw new IllegalArgumentException("an AE title field has 16 bytes, not " + bytes.length());
    }
  }

  /** The field for {@code title}, padded with spaces. */
  static AeTitleField of(AeTitle title) {
    String padded = title.value() + " ".repeat(LENGTH - title.value().length());
    return new AeTitleField(Octets.of(padded.getBytes(StandardCharsets.US_ASCII)));
  }

  /**
   * The significant characters: without leading spaces and without trailing spaces and NULs. Bytes
   * outside ISO 646 become the Latin-1 characters of the same number.
   */
  public String text() {
    String all = bytes.toLatin1();
    int end = all.length();
    while (end > 0 && (all.charAt(end - 1) == ' ' || all.charAt(end - 1) == '\0')) {
      end--;
    }
    int start = 0;
    while (start < end && all.charAt(start) == ' ') {
      start++;
    }
    return all.substring(start, end);
  }

  /**
   * The title alone where it is one (PS3.5 6.2, AE); else all that came but the blanks behind it,
   * in quotes.
   */
  public String shown() {
    String text = text();
    String all = bytes.toLatin1();
    boolean isTitle =
        !text.isEmpty() && all.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\');
    if (isTitle) {
      return text;
    }
    return '"' + (text.isEmpty() ? all : all.replaceFirst(" +$", "")) + '"';
  }

  @Override
  public String toString() {
    return '"' + text() + '"';
  }
}
