package org.echolot.cli;

import java.util.Locale;

/** Makes finished JSON safe to show on a terminal without changing what it says. */
final class JsonText {

  private JsonText() {}

  /**
   * {@code json} with what could move a cursor, turn the writing direction or break UTF-8 as JSON's
   * own escapes. JSON has such characters only inside strings, where an escape means the same.
   */
  static String escaped(String json) {
    StringBuilder safe = new StringBuilder(json.length() + 16);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < json.length()
              && Character.isLowSurrogate(json.charAt(i + 1));
      if (pair) {
        safe.append(c).append(json.charAt(++i));
      } else if (c >= 0x7F && isUnsafe(c)) {
        safe.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static boolean isUnsafe(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
