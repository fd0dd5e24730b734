package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a filter, as they are typed: apart by blanks, of which quotes keep those inside
 * them, as in {@code tag:"ward 4"}. Buttons put words there and take them away. Pure.
 */
public final class FilterWords {

  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");

  private static final String IS = "is:";

  private FilterWords() {}

  /** In lower case, without quotes. */
  static List<String> of(String text) {
    return raw(text).stream()
        .map(word -> word.replace("\"", "").toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<String> raw(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** The word that asks for peers with a tag. */
  public static String tag(String tag) {
    return tag.chars().anyMatch(Character::isWhitespace) ? "tag:\"" + tag + '"' : "tag:" + tag;
  }

  /** Whether a word stands in the text. */
  public static boolean has(String text, String word) {
    return of(text).contains(plain(word));
  }

  /** Whether any word of the text asks how peers stand. */
  public static boolean asksForState(String text) {
    return of(text).stream().anyMatch(word -> word.startsWith(IS));
  }

  /** The text with a word more; how peers stand is asked for by one word at most. */
  public static String with(String text, String word) {
    String rest = plain(word).startsWith(IS) ? withoutState(text) : without(text, word);
    return rest.isEmpty() ? word : rest + " " + word;
  }

  public static String without(String text, String word) {
    return String.join(
        " ", raw(text).stream().filter(each -> !plain(each).equals(plain(word))).toList());
  }

  /** The text without the word that asks how peers stand. */
  public static String withoutState(String text) {
    return String.join(
        " ", raw(text).stream().filter(each -> !plain(each).startsWith(IS)).toList());
  }

  private static String plain(String word) {
    return word.replace("\"", "").toLowerCase(Locale.ROOT);
  }
}
