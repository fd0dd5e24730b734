package org.echolot.dicom.pdu;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An Application Entity title that may be sent (PS3.5 6.2, VR AE; PS3.8 9.3.2): 1 to 16 characters
 * of the default repertoire (ISO 646, 20H to 7EH) without backslash, not all spaces.
 *
 * <p>Leading and trailing spaces are not significant and are not kept. What a peer sent, which may
 * be anything, is an {@link AeTitleField}.
 *
 * @param value the title without leading or trailing spaces
 */
public record AeTitle(String value) {

  /** The longest title, in characters. */
  public static final int MAX_LENGTH = 16;

  /**
   * @throws IllegalArgumentException if {@code value} is not a title as PS3.5 has it; the message
   *     says in plain words what is wrong with it
   */
  public AeTitle {
    String fault = faultOf(value);
    if (fault != null) {
      throw new IllegalArgumentException(fault);
    }
    value = value.strip();
  }

  /** What is wrong with {@code value} as an AE title, in plain words; null if nothing is. */
  public static @Nullable String faultOf(String value) {
    if (value.isEmpty()) {
      return "An AE title is needed.";
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        return "An AE title can't contain a backslash.";
      }
      if (c < ' ' || c == 0x7F) {
        return "An AE title can't contain control characters (character " + (i + 1) + ").";
      }
      if (c > 0x7E) {
        int codePoint = value.codePointAt(i);
        return String.format(
            Locale.ROOT,
            "An AE title can only have plain ASCII characters; \"%s\" (U+%04X) is not one.",
            Character.toString(codePoint),
            codePoint);
      }
    }
    String significant = value.strip();
    if (significant.isEmpty()) {
      return "An AE title can't be only spaces.";
    }
    if (significant.length() > MAX_LENGTH) {
      return "An AE title has 16 characters at most; this one has " + significant.length() + ".";
    }
    return null;
  }

  /** The 16 bytes that stand for this title on the wire, padded with spaces (20H). */
  public AeTitleField toField() {
    return AeTitleField.of(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
