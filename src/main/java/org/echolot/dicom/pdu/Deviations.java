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
   * The characters of a UID or name. Tolerated: NULs or blanks behind it, which PS3.5 allows in
   * data sets and PS3.8 F.1 does not allow here.
   */
  String trimmed(String field, int offset, Octets octets) {
    String text = octets.toLatin1();
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\0' || text.charAt(end - 1) == ' ')) {
      end--;
    }
    if (end < text.length()) {
      add(
          field,
          offset + end,
          "is padded with " + (text.length() - end) + " NULs or blanks",
          "PS3.8 F.1");
    }
    return text.substring(0, end);
  }
}
