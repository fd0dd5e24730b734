package org.echolot.journal;

import java.util.Locale;

/** Makes text from elsewhere safe to show: what would move a cursor or turn a line is escaped. */
public final class Escapes {

  private Escapes() {}

  /**
   * {@code text} with control characters, line breaks, marks of writing direction and lone
   * surrogates as {@code \}{@code x1B} or {@code \}{@code u202E}.
   */
  public static String oneLine(String text) {
    if (text.chars().noneMatch(Escapes::mustEscape)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        safe.append(c).append(text.charAt(++i));
      } else if (mustEscape(c)) {
        safe.append(String.format(Locale.ROOT, c < 0x100 ? "\\x%02X" : "\\u%04X", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static boolean mustEscape(int c) {
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
