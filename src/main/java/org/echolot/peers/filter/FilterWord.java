package org.echolot.peers.filter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.text.Spelling;

/**
 * What one word of a filter means.
 *
 * @param isOfResults whether it asks what checks found
 * @param fault what is wrong with it, in one sentence; it is then looked for as text, or lets all
 *     through
 */
record FilterWord(Predicate<PeerSubject> test, boolean isOfResults, Optional<String> fault) {

  private static final Pattern FIELD = Pattern.compile("([a-z]{2,12}):(.*)");
  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final Pattern LIMIT = Pattern.compile("([a-z]{2,12})(<=?|>=?)(.*)");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){1,3}\\.?|\\d{1,3}\\.");

  /**
   * @param raw as it was typed
   */
  static FilterWord of(String raw) {
    if (raw.startsWith("\"")) {
      return text(FilterText.plain(raw));
    }
    if (raw.length() > 1 && (raw.startsWith("-") || raw.startsWith("!"))) {
      FilterWord word = of(raw.substring(1));
      return new FilterWord(word.test.negate(), word.isOfResults, word.fault);
    }
    String word = FilterText.plain(raw);
    Optional<FilterWord> state = States.bare(word);
    if (state.isPresent()) {
      return state.get();
    }
    if (word.equals("tls")) {
      return sure(subject -> subject.peer().tls() != null);
    }
    Matcher limit = LIMIT.matcher(word);
    if (limit.matches()) {
      Optional<FilterWord> known = Limits.of(limit.group(1), limit.group(2), limit.group(3));
      return known.orElseGet(() -> text(word));
    }
    Optional<Network> network = Network.of(word);
    if (network.isPresent()) {
      return sure(subject -> network.get().has(subject.peer().host()));
    }
    if (ADDRESS.matcher(word).matches()) {
      Pattern begin = Pattern.compile("(?<![\\d.])" + Pattern.quote(word));
      return sure(subject -> begin.matcher(FilterText.textOf(subject)).find());
    }
    Matcher field = FIELD.matcher(word);
    return field.matches() ? ofField(field.group(1), field.group(2), word) : text(word);
  }

  private static FilterWord ofField(String name, String value, String word) {
    Optional<PeerField> field = PeerField.named(name);
    if (field.isPresent()) {
      return field.get().with(List.of(value.split(",", -1)));
    }
    FilterWord text = text(word);
    // localhost:4242 is no field of that name, nor are the groups of an IPv6 address.
    boolean isAddress = PORT.matcher(value).matches() || value.contains(":");
    return isAddress
        ? text
        : new FilterWord(
            text.test,
            false,
            Optional.of(
                "There is no field \""
                    + name
                    + ":\" of peers"
                    + Spelling.question(PeerField.words(), name + ":")));
  }

  /** A word that can't be wrong and needs no results. */
  static FilterWord sure(Predicate<PeerSubject> test) {
    return new FilterWord(test, false, Optional.empty());
  }

  /** Lets all through: it is wrong, or not finished. */
  static FilterWord all(Optional<String> fault) {
    return new FilterWord(_ -> true, false, fault);
  }

  private static FilterWord text(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return new FilterWord(
        subject -> FilterText.textOf(subject).contains(wanted), false, Optional.empty());
  }
}
