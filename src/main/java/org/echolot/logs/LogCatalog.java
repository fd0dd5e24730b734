package org.echolot.logs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All kinds of lines that are known; the first that fits a line is its kind. Immutable. */
public final class LogCatalog {

  /** One line of a log: its words, its kind and where that shows; null and 0: not known. */
  record Found(String text, @Nullable LogPattern pattern, int at, @Nullable Side side) {}

  /** Words of lines by which not all is as it should be. */
  private static final SignIndex FAILURE =
      new SignIndex(
          List.of(
              List.of(
                  "failed",
                  "failure",
                  "refused",
                  "rejected",
                  "denied",
                  "unable to",
                  "could not",
                  "couldn't",
                  "cannot ",
                  "timed out",
                  "exception:",
                  "unknown item",
                  "unknown pdu",
                  "unexpected ",
                  "invalid ")));

  /** Whose words are guessed at: patterns of that section fit lines of any program. */
  private static final String ANY = "Any software";

  /** At the beginning of a line of level debug or trace, as the programs write it. */
  private static final Pattern DETAIL =
      Pattern.compile(
          "^(?:[DT]: |[DT]\\d{4} \\d|.{0,120}?(?:\\b(?:DEBUG|TRACE|DBG|TRC|dbug|trce)\\b"
              + "|\\[(?:debug|trace)\\]|level=(?:debug|trace)))");

  private final List<LogPattern> patterns;

  /** Those by which all is as it should be, by their own examples, too. */
  private final BitSet calm = new BitSet();

  private final SignIndex signs;
  private final List<Side> sides;
  private final SignIndex sideSigns;

  /**
   * @param sideSigns texts that tell who wrote a line, whatever its kind is
   */
  LogCatalog(List<LogPattern> patterns, Map<Side, List<String>> sideSigns) {
    this.patterns = List.copyOf(patterns);
    this.signs = new SignIndex(patterns.stream().map(LogPattern::signs).toList());
    this.sides = List.copyOf(sideSigns.keySet());
    for (int i = 0; i < patterns.size(); i++) {
      LogPattern pattern = patterns.get(i);
      calm.set(
          i,
          pattern.meaning().move() == Party.NOBODY
              && pattern.meaning().causes().isEmpty()
              && !saysFailure(lowerCase(pattern.example()))
              && pattern.signs().stream().noneMatch(sign -> saysFailure(lowerCase(sign))));
    }
    this.sideSigns = new SignIndex(sides.stream().map(sideSigns::get).toList());
  }

  /** In the order in which they are asked. */
  public List<LogPattern> patterns() {
    return patterns;
  }

  Found find(String line) {
    String text = LineText.of(line);
    String lower = lowerCase(text);
    int[] places = signs.find(lower);
    boolean detail = DETAIL.matcher(text).find();
    for (int i = 0; i < places.length; i++) {
      LogPattern pattern = patterns.get(i);
      if (places[i] >= 0
          && !(detail && pattern.tool().equals(ANY))
          && pattern.fits(text)
          && !isDenied(i, lower)) {
        return new Found(text, pattern, places[i], side(pattern, lower));
      }
    }
    return new Found(text, null, 0, null);
  }

  /** Whether a line says that something failed, of a kind by which nothing does. */
  private boolean isDenied(int pattern, String lower) {
    return calm.get(pattern) && saysFailure(lower);
  }

  private static boolean saysFailure(String lower) {
    return FAILURE.find(lower)[0] >= 0;
  }

  /** Who wrote the line, as far as it tells. */
  private @Nullable Side side(LogPattern pattern, String lower) {
    Side own = pattern.meaning().side();
    if (own != Side.EITHER) {
      return own;
    }
    int[] places = sideSigns.find(lower);
    Set<Side> told = EnumSet.noneOf(Side.class);
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        told.add(sides.get(i));
      }
    }
    return told.size() == 1 ? new ArrayList<>(told).getFirst() : null;
  }

  /** The same length, whatever the language, so that places stay where they are. */
  private static String lowerCase(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() == text.length()) {
      return lower;
    }
    StringBuilder same = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      same.append(Character.toLowerCase(text.charAt(i)));
    }
    return same.toString();
  }
}
