package org.echolot.check.diagnosis;

import java.util.Locale;
import org.echolot.dicom.pdu.Octets;

/** The beginning of bytes of an unknown kind, for a person. */
final class ByteExcerpt {

  private ByteExcerpt() {}

  /** The first line if it can be read, else the first bytes in hex. */
  static String of(Octets bytes) {
    return isText(bytes)
        ? '"' + firstLine(bytes).substring(0, Math.min(firstLine(bytes).length(), 80)) + '"'
        : bytes.slice(0, Math.min(bytes.length(), 16)).toHex().toUpperCase(Locale.ROOT);
  }

  /** Whether the first line can be read. */
  static boolean isText(Octets bytes) {
    String line = firstLine(bytes);
    return line.length() > 3 && line.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  private static String firstLine(Octets bytes) {
    return bytes.toLatin1().lines().findFirst().orElse("");
  }
}
