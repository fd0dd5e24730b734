package org.echolot.check.diagnosis;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.echolot.dicom.pdu.Octets;

/** The beginning of bytes of an unknown kind, for a person. */
final class ByteExcerpt {

  private static final int MOST_BYTES = 16;

  /** Shorter ones come about by chance. */
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9._/ -]{4,}");

  private ByteExcerpt() {}

  /**
   * The first line if it can be read, else the first bytes in hex, with the longest text among them
   * if they have any.
   */
  static String of(Octets bytes) {
    if (isText(bytes)) {
      return '"' + firstLine(bytes).substring(0, Math.min(firstLine(bytes).length(), 80)) + '"';
    }
    Octets beginning = bytes.slice(0, Math.min(bytes.length(), MOST_BYTES));
    String text = longestText(beginning);
    return beginning.toHex().toUpperCase(Locale.ROOT) + (text.isEmpty() ? "" : " (" + text + ')');
  }

  /** As in {@code "SSH-2.0"}; empty where there is none that is worth a word. */
  private static String longestText(Octets bytes) {
    return TEXT.matcher(bytes.toLatin1())
        .results()
        .map(found -> found.group())
        .max(Comparator.comparingInt(String::length))
        .map(text -> "\"" + text + '"')
        .orElse("");
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
