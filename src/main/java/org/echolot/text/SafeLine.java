package org.echolot.text;

/** Text from elsewhere as one line that is neither too long nor moves anything. */
public final class SafeLine {

  private static final int MAX_LENGTH = 1_000;

  private SafeLine() {}

  /** The text with its control characters escaped, cut after 1,000 characters. */
  public static String of(String text) {
    String safe = Escapes.oneLine(text);
    if (safe.length() <= MAX_LENGTH) {
      return safe;
    }
    // Half of a surrogate pair would not survive as UTF-8.
    int end = MAX_LENGTH - (Character.isHighSurrogate(safe.charAt(MAX_LENGTH - 1)) ? 1 : 0);
    return safe.substring(0, end) + " …";
  }
}
