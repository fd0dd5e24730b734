package org.echolot.text;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Makes text from elsewhere safe to show: what would move a cursor or turn a line is escaped. */
public final class Escapes {

  private Escapes() {}

  /**
   * {@code text} with control characters, line breaks, marks of writing direction and lone
   * surrogates as {@code \}{@code x1B} or {@code \}{@code u202E}.
   */
  public static String oneLine(String text) {
    return escaped(text, Escapes::mustEscape, c -> c < 0x100 ? "\\x%02X" : "\\u%04X");
  }

  /**
   * Finished JSON with the same escaped as JSON does it. JSON has such characters only inside
   * strings, where an escape means the same; below 7FH they are blanks between values, or escaped.
   */
  public static String inJson(String json) {
    return escaped(json, c -> c >= 0x7F && mustEscape(c), _ -> "\\u%04X");
  }

  private static String escaped(String text, IntPredicate must, IntFunction<String> format) {
    if (text.chars().noneMatch(must)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        safe.append(c).append(text.charAt(++i));
      } else if (must.test(c)) {
        safe.append(String.format(Locale.ROOT, format.apply(c), (int) c));
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
