package org.echolot.peers.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which peers fit the words that a user types, such as {@code tag:ct failing cert<30d}. Each word
 * must hold. What is no word of the language is looked for in all text of the peer. Immutable.
 *
 * @see FilterHelp
 */
public final class PeerFilter implements Predicate<PeerSubject> {

  private final List<FilterWord> words;

  private PeerFilter(List<FilterWord> words) {
    this.words = words;
  }

  /** The filter that a text says; a blank one lets all through. */
  public static PeerFilter of(String text) {
    return new PeerFilter(FilterText.words(text).stream().map(FilterWord::of).toList());
  }

  @Override
  public boolean test(PeerSubject subject) {
    for (FilterWord word : words) {
      if (!word.test().test(subject)) {
        return false;
      }
    }
    return true;
  }

  /** What is wrong with the first word that is wrong, in one sentence; empty: nothing. */
  public Optional<String> fault() {
    return words.stream().flatMap(word -> word.fault().stream()).findFirst();
  }

  /** Whether it asks what checks found, and not only what peers are. */
  public boolean asksForResults() {
    return words.stream().anyMatch(FilterWord::isOfResults);
  }
}
