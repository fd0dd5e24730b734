package org.echolot.ui.peers;

import java.util.Comparator;

/**
 * Texts in the order in which people expect them: {@code CT 2} before {@code CT 10}, whatever their
 * case. Looks at each character once, and makes nothing: long lists are sorted by it while results
 * come.
 */
final class NaturalOrder implements Comparator<String> {

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (Character.isDigit(a.charAt(i)) && Character.isDigit(b.charAt(j))) {
        int endOfA = endOfNumber(a, i);
        int endOfB = endOfNumber(b, j);
        int order = compareNumbers(a, i, endOfA, b, j, endOfB);
        if (order != 0) {
          return order;
        }
        i = endOfA;
        j = endOfB;
      } else {
        int order = Character.compare(folded(a.charAt(i)), folded(b.charAt(j)));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
    }
    return Boolean.compare(i < a.length(), j < b.length());
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Of any length; leading zeros count for nothing. */
  private static int compareNumbers(String a, int i, int endOfA, String b, int j, int endOfB) {
    int from = withoutZeros(a, i, endOfA);
    int other = withoutZeros(b, j, endOfB);
    int order = Integer.compare(endOfA - from, endOfB - other);
    while (order == 0 && from < endOfA) {
      order =
          Integer.compare(
              Character.digit(a.charAt(from++), 10), Character.digit(b.charAt(other++), 10));
    }
    return order;
  }

  private static int withoutZeros(String text, int from, int end) {
    int start = from;
    while (start < end && Character.digit(text.charAt(start), 10) == 0) {
      start++;
    }
    return start;
  }

  private static char folded(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
