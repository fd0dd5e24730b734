package org.echolot.ui.console;

/**
 * Plain text that is looked for without regard to case, in very many short texts. Immutable.
 *
 * @param text not blank
 */
record Needle(String text) {

  /** Where it stands in a text, from a place on; negative where it does not. */
  int in(String words, int from) {
    int last = words.length() - text.length();
    char lower = Character.toLowerCase(text.charAt(0));
    char upper = Character.toUpperCase(text.charAt(0));
    // To look for one letter is what the runtime does fastest.
    int nextLower = words.indexOf(lower, from);
    int nextUpper = lower == upper ? -1 : words.indexOf(upper, from);
    while (nextLower >= 0 || nextUpper >= 0) {
      boolean takesLower = nextUpper < 0 || (nextLower >= 0 && nextLower < nextUpper);
      int at = takesLower ? nextLower : nextUpper;
      if (at > last) {
        return -1;
      }
      if (words.regionMatches(true, at, text, 0, text.length())) {
        return at;
      }
      if (takesLower) {
        nextLower = words.indexOf(lower, at + 1);
      } else {
        nextUpper = words.indexOf(upper, at + 1);
      }
    }
    return -1;
  }
}
