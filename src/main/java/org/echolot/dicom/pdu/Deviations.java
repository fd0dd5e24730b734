package org.echolot.dicom.pdu;

import java.util.List;

/** Collects what is tolerated in a PDU while it is read; bounded, whatever a peer sends. */
final class Deviations {

  private static final int MAX = 32;

  private final List<Deviation> found;

  Deviations(List<Deviation> found) {
    this.found = found;
  }

  void add(String field, int offset, String description, String section) {
    if (found.size() < MAX) {
      found.add(new Deviation(field, offset, description, section));
    }
  }

  /**
   * The characters of a UID. Tolerated: NULs or blanks behind it, which PS3.5 allows in data sets
   * and PS3.8 F.1 does not allow here.
   */
  String trimmed(String field, int offset, Octets octets) {
    String text = octets.toLatin1();
    int end = significantLength(text);
    if (end < text.length()) {
      add(
          field,
          offset + end,
          "is padded with " + (text.length() - end) + " NULs or blanks",
          "PS3.8 F.1");
    }
    return text.substring(0, end);
  }

  /**
   * The characters of a name, which may end with blanks. Tolerated: NULs behind it.
   *
   * @param section where the standard defines the name
   */
  String trimmedName(String field, int offset, Octets octets, String section) {
    String text = octets.toLatin1();
    int end = significantLength(text);
    if (text.indexOf('\0', end) >= 0) {
      add(field, offset + end, "is padded with NULs", section);
    }
    return text.substring(0, end);
  }

  /** How long {@code text} is without the NULs and blanks behind it. */
  private static int significantLength(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\0' || text.charAt(end - 1) == ' ')) {
      end--;
    }
    return end;
  }
}
