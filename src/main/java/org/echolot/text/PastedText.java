package org.echolot.text;

/** Text as it comes from a web page, a table or a mail. */
public final class PastedText {

  private PastedText() {}

  /** Without white space around it, and without the marks around it that nobody sees. */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isNothing(text.charAt(start))) {
      start++;
    }
    while (end > start && isNothing(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** White space, no-break spaces, and formatting characters such as U+200B and U+FEFF. */
  private static boolean isNothing(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
