package org.echolot.peers.lint;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a character in a text that the eye takes for another, or does not see: a space that is not
 * U+0020, a mark without width, or a letter of the Cyrillic or Greek alphabet among Latin ones.
 * Texts that are all Cyrillic or all Greek are what they look like.
 */
final class MisleadingText {

  private static final Set<UnicodeScript> LIKE_LATIN =
      EnumSet.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK, UnicodeScript.CHEROKEE);

  private MisleadingText() {}

  /** What is misleading in a text, for the middle of a sentence; null: nothing. */
  static @Nullable String in(String text) {
    boolean hasLatin = text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isInvisible(c) || (hasLatin && LIKE_LATIN.contains(UnicodeScript.of(c)))) {
        return described(c) + " at character " + (text.codePointCount(0, i) + 1);
      }
    }
    return null;
  }

  private static boolean isInvisible(int c) {
    return c > 0x7E && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT);
  }

  /** The character with its code point and name, as in {@code "А" (U+0410, Cyrillic …)}. */
  private static String described(int c) {
    String name = Character.getName(c);
    String code = String.format(Locale.ROOT, "U+%04X", c);
    String named = name == null ? code : code + ", " + name.toLowerCase(Locale.ROOT);
    return isInvisible(c)
        ? "an invisible character (" + named + ")"
        : "\"" + Character.toString(c) + "\" (" + named + ")";
  }
}
