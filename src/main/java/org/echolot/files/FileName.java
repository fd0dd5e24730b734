package org.echolot.files;

import java.util.regex.Pattern;

/** What people call a thing, as a part of a file's name that every system takes. */
public final class FileName {

  private static final int MOST = 40;

  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N} .()+_@-]+");

  /** Windows drops them. */
  private static final Pattern AT_THE_END = Pattern.compile("[. ]+$");

  private FileName() {}

  /**
   * The letters, digits and a few signs of the words, with a hyphen in place of all else, and cut.
   *
   * @return 1 to 40 characters
   */
  public static String of(String words) {
    String allowed = OTHERS.matcher(words).replaceAll("-").strip();
    int end = Math.min(allowed.length(), MOST);
    if (end < allowed.length() && Character.isHighSurrogate(allowed.charAt(end - 1))) {
      end--;
    }
    String cut = AT_THE_END.matcher(allowed.substring(0, end)).replaceAll("");
    return cut.isEmpty() ? "-" : cut;
  }
}
