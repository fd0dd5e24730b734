package org.echolot.dicom.dimse;

import java.util.Set;

/**
 * A value representation (PS3.5 6.2), known or not.
 *
 * @param code two capital letters
 */
public record ValueRepresentation(String code) {

  /** A sequence of items. */
  public static final ValueRepresentation SQ = new ValueRepresentation("SQ");

  /** A UID. */
  public static final ValueRepresentation UI = new ValueRepresentation("UI");

  /** Unknown: what has none, or one that its sender does not know. */
  public static final ValueRepresentation UN = new ValueRepresentation("UN");

  /** Those with a length of 16 bits (PS3.5 Table 7.1-2). All others, later ones too, have 32. */
  private static final Set<String> SHORT_LENGTH =
      Set.of(
          "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FL", "FD", "IS", "LO", "LT", "PN", "SH", "SL",
          "SS", "ST", "TM", "UI", "UL", "US");

  /** Those whose values are bytes or numbers, which are padded with NUL as UIDs are. */
  private static final Set<String> PADDED_WITH_NUL =
      Set.of("UI", "OB", "OD", "OF", "OL", "OV", "OW", "UN");

  /**
   * @throws IllegalArgumentException if {@code code} is not two capital letters
   */
  public ValueRepresentation {
    if (!isCode(code)) {
      throw new IllegalArgumentException("a VR is two capital letters, not " + code);
    }
  }

  static boolean isCode(String code) {
    return code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** Whether the length of an element takes four bytes in Explicit VR, behind two reserved ones. */
  boolean hasLongLength() {
    return !SHORT_LENGTH.contains(code);
  }

  /** What makes the length of a value even (PS3.5 6.2). */
  byte padding() {
    return (byte) (PADDED_WITH_NUL.contains(code) ? 0 : ' ');
  }

  @Override
  public String toString() {
    return code;
  }
}
