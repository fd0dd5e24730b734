package org.echolot.peers.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTls;
import org.echolot.tls.TlsProfile;

/**
 * The words of a filter, as they are typed: apart by blanks, of which quotes keep those inside
 * them, as in {@code tag:"ward 4"}. Buttons put words there and take them away. Pure.
 */
public final class FilterText {

  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");

  private static final String IS = "is:";

  private FilterText() {}

  /** As they were typed, quotes and all. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      if (!plain(matcher.group()).isEmpty()) {
        words.add(matcher.group());
      }
    }
    return words;
  }

  /** In lower case, without quotes. */
  static String plain(String word) {
    return word.replace("\"", "").toLowerCase(Locale.ROOT);
  }

  /** The same with one word for those that say the same of how peers stand. */
  private static String meant(String word) {
    return word.startsWith("\"")
        ? plain(word)
        : States.canonical(plain(word))
            .filter(state -> !state.equals(States.WATCHED))
            .map(state -> IS + state)
            .orElseGet(() -> plain(word));
  }

  /** The word that asks for peers with a tag. */
  public static String tag(String tag) {
    return tag.chars().anyMatch(Character::isWhitespace) ? "tag:\"" + tag + '"' : "tag:" + tag;
  }

  /** Whether a word, or one that says the same, is in the text. */
  public static boolean has(String text, String word) {
    return words(text).stream().anyMatch(each -> meant(each).equals(meant(word)));
  }

  /** Whether any word of the text asks how peers stand. */
  public static boolean asksForState(String text) {
    return words(text).stream().anyMatch(word -> meant(word).startsWith(IS));
  }

  /** The text with a word more; how peers stand is asked for by one word at most. */
  public static String with(String text, String word) {
    String rest = meant(word).startsWith(IS) ? withoutState(text) : without(text, word);
    return rest.isEmpty() ? word : rest + " " + word;
  }

  public static String without(String text, String word) {
    return String.join(
        " ", words(text).stream().filter(each -> !meant(each).equals(meant(word))).toList());
  }

  /** The text without the words that ask how peers stand. */
  public static String withoutState(String text) {
    return String.join(
        " ", words(text).stream().filter(each -> !meant(each).startsWith(IS)).toList());
  }

  /** All text of a peer, in lower case. */
  static String textOf(PeerSubject subject) {
    Peer peer = subject.peer();
    return String.join(
            "\n",
            peer.name(),
            peer.address(),
            peer.callingAe() == null ? "" : peer.callingAe().value(),
            String.join("\n", peer.tags()),
            peer.notes(),
            tlsMark(peer),
            subject.resultWords())
        .toLowerCase(Locale.ROOT);
  }

  private static String tlsMark(Peer peer) {
    PeerTls tls = peer.tls();
    if (tls == null) {
      return "";
    }
    return tls.profile() == TlsProfile.LEGACY ? "legacy TLS" : "TLS";
  }
}
