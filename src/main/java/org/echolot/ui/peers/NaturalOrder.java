package org.echolot.ui.peers;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts in the order in which people expect them: {@code CT 2} before {@code CT 10}. */
final class NaturalOrder implements Comparator<String> {

  private static final Pattern PART = Pattern.compile("\\d+|\\D+");

  @Override
  public int compare(String a, String b) {
    var partsOfA = PART.matcher(a).results().map(MatchResult::group).iterator();
    var partsOfB = PART.matcher(b).results().map(MatchResult::group).iterator();
    while (partsOfA.hasNext() && partsOfB.hasNext()) {
      int order = compareParts(partsOfA.next(), partsOfB.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(partsOfA.hasNext(), partsOfB.hasNext());
  }

  private static int compareParts(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return numbers
        ? new BigInteger(a).compareTo(new BigInteger(b))
        : String.CASE_INSENSITIVE_ORDER.compare(a, b);
  }
}
