package org.echolot.ui.result;

import java.util.regex.Pattern;

/**
 * Says where a long word, the name of a cipher suite or of a host, may go on in the next line:
 * where it would not fit, JavaFX breaks it after any letter.
 */
final class LongWords {

  /** A space as thin as there is; JavaFX does not know the one without any width. */
  private static final String MAY_BREAK = "\u200A";

  private static final Pattern LONG = Pattern.compile("[\\w.-]{18,}");

  private LongWords() {}

  /** The same text, in which long words may be broken after what joins their parts. */
  static String breakable(String text) {
    return LONG.matcher(text)
        .replaceAll(word -> word.group().replaceAll("[_.-](?=.)", "$0" + MAY_BREAK));
  }
}
