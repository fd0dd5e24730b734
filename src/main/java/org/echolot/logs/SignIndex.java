package org.echolot.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds which of many texts a line holds, in one pass over the line: at each place, only the texts
 * that begin with the four characters there are compared. Upper and lower case are the same.
 * Immutable.
 */
final class SignIndex {

  /** A text has at least so many characters. */
  static final int SHORTEST = 4;

  private record Sign(String text, int owner) {}

  private final Map<Integer, List<Sign>> byBeginning = new HashMap<>();
  private final BitSet beginnings = new BitSet(1 << 16);
  private final int owners;

  /**
   * @param signs of each owner, in the order of the owners
   * @throws IllegalArgumentException if one is shorter than {@link #SHORTEST}
   */
  SignIndex(List<List<String>> signs) {
    owners = signs.size();
    for (int owner = 0; owner < owners; owner++) {
      for (String text : signs.get(owner)) {
        if (text.length() < SHORTEST) {
          throw new IllegalArgumentException("too short to be found: " + text);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        int beginning = beginning(lower, 0);
        beginnings.set(bucket(beginning));
        byBeginning.computeIfAbsent(beginning, _ -> new ArrayList<>()).add(new Sign(lower, owner));
      }
    }
  }

  /**
   * Where the first sign of each owner begins; -1: it has none there.
   *
   * @param line in lower case
   */
  int[] find(String line) {
    int[] places = new int[owners];
    Arrays.fill(places, -1);
    for (int at = 0; at + SHORTEST <= line.length(); at++) {
      int beginning = beginning(line, at);
      if (beginnings.get(bucket(beginning))) {
        for (Sign sign : byBeginning.getOrDefault(beginning, List.of())) {
          if (places[sign.owner] < 0 && line.startsWith(sign.text, at)) {
            places[sign.owner] = at;
          }
        }
      }
    }
    return places;
  }

  private static int beginning(String text, int at) {
    return ((text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2)) * 31
        + text.charAt(at + 3);
  }

  private static int bucket(int beginning) {
    return (beginning ^ (beginning >>> 16)) & 0xFFFF;
  }
}
