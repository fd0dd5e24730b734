package org.echolot.text;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Makes text from elsewhere safe to show: what would move a cursor or turn a line is escaped. */
public final class Escapes {

  private Escapes() {}

  /**
   * {@code text} with control characters, line breaks, lone surrogates and all that has no look of
   * its own, such as marks of writing direction and tags, as {@code \}{@code x1B}, {@code \}{@code
   * u202E} or {@code \}{@code u{E0041}}.
   */
  public static String oneLine(String text) {
    return escaped(text, Escapes::mustEscape, Escapes::inText);
  }

  /**
   * Finished JSON with the same escaped as JSON does it. JSON has such characters only inside
   * strings, where an escape means the same; below 7FH they are blanks between values, or escaped.
   */
  public static String inJson(String json) {
    return escaped(json, c -> c >= 0x7F && mustEscape(c), Escapes::inJsonString);
  }

  private static String inText(int c) {
    if (c > Character.MAX_VALUE) {
      return String.format(Locale.ROOT, "\\u{%X}", c);
    }
    return String.format(Locale.ROOT, c < 0x100 ? "\\x%02X" : "\\u%04X", c);
  }

  /** JSON writes what lies beyond U+FFFF as two surrogates (RFC 8259 7). */
  private static String inJsonString(int c) {
    return Character.toString(c)
        .chars()
        .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04X", unit))
        .collect(Collectors.joining());
  }

  private static String escaped(String text, IntPredicate must, IntFunction<String> escape) {
    int at = 0;
    while (at < text.length() && isPrintableAscii(text.charAt(at))) {
      at++;
    }
    StringBuilder safe = null;
    int kept = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (must.test(c)) {
        safe = safe == null ? new StringBuilder(text.length() + 16) : safe;
        safe.append(text, kept, at).append(escape.apply(c));
        kept = next;
      }
      at = next;
    }
    return safe == null ? text : safe.append(text, kept, text.length()).toString();
  }

  /** Most texts have nothing else, and there are very many. */
  private static boolean isPrintableAscii(char c) {
    return c >= ' ' && c < 0x7F;
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
