package org.echolot.check.diagnosis;

import java.util.Locale;
import org.echolot.dicom.pdu.Octets;

/** The beginning of bytes of an unknown kind, for a person. */
final class ByteExcerpt {

  private ByteExcerpt() {}

  /** The first line if it can be read, else the first bytes in hex. */
  static String of(Octets bytes) {
    String line = bytes.toLatin1().lines().findFirst().orElse("");
    boolean readable = line.length() > 3 && line.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    return readable
        ? '"' + line.substring(0, Math.min(line.length(), 80)) + '"'
        : bytes.slice(0, Math.min(bytes.length(), 16)).toHex().toUpperCase(Locale.ROOT);
  }
}
