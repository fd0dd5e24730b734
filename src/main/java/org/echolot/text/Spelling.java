package org.echolot.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant who wrote something else. */
public final class Spelling {

  private Spelling() {}

  /** {@code . Did you mean --timeout?}; empty where none of the known words is near. */
  public static String question(List<String> known, String written) {
    String bare = bare(written);
    return known.stream()
        .filter(word -> isNear(bare(word), bare))
        .min(Comparator.comparingInt(word -> distance(bare(word), bare)))
        .map(word -> ". Did you mean " + word + "?")
        .orElse("");
  }

  /** {@code list, lint or import}. */
  public static String anyOf(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  private static boolean isNear(String word, String written) {
    return (written.length() > 2 && word.startsWith(written))
        || distance(word, written) <= Math.max(1, written.length() / 3);
  }

  private static String bare(String word) {
    return word.replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
  }

  /** How many characters must be put in, taken out, changed or swapped to make one the other. */
  public static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int least(int[][] rows, String a, String b, int i, int j) {
    int changed = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(changed, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
