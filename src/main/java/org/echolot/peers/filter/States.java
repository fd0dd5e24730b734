package org.echolot.peers.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.echolot.peers.filter.PeerSubject.State;
import org.echolot.text.Spelling;

/** The words for how a peer stands: alone, or behind {@code is:}. */
final class States {

  /** It is not about how the last check ended. */
  static final String WATCHED = "watched";

  /** The first word of each is the one that is told of. */
  private static final Map<String, List<String>> WORDS = words();

  private States() {}

  private static Map<String, List<String>> words() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("failing", List.of("failing", "failed", "fails", "failure", "down", "bad"));
    words.put("warning", List.of("warning", "warnings"));
    words.put("ok", List.of("ok", "answers", "answering", "up", "good"));
    words.put("unchecked", List.of("unchecked", "never", "not-checked"));
    words.put("worse", List.of("worse"));
    words.put(WATCHED, List.of(WATCHED));
    return words;
  }

  /** The word that is told of; empty where it is none of these. */
  static Optional<String> canonical(String word) {
    return WORDS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(word))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static Optional<FilterWord> bare(String word) {
    return canonical(word).map(States::meaning);
  }

  /** Behind {@code is:}, where an unfinished word holds for all that it may become. */
  static FilterWord is(String word) {
    List<String> meant =
        WORDS.entrySet().stream()
            .filter(entry -> entry.getValue().stream().anyMatch(known -> known.startsWith(word)))
            .map(Map.Entry::getKey)
            .toList();
    if (word.isEmpty()) {
      return FilterWord.all(Optional.empty());
    }
    if (meant.isEmpty()) {
      return FilterWord.all(
          Optional.of(
              "There is no state \"is:"
                  + word
                  + "\": failing, warning, ok, unchecked, worse or watched"
                  + Spelling.question(List.copyOf(WORDS.keySet()), word)));
    }
    Predicate<PeerSubject> any = subject -> meant.stream().anyMatch(m -> holds(m, subject));
    return new FilterWord(any, true, Optional.empty());
  }

  private static FilterWord meaning(String word) {
    return new FilterWord(subject -> holds(word, subject), !word.equals(WATCHED), Optional.empty());
  }

  private static boolean holds(String word, PeerSubject subject) {
    return switch (word) {
      case "failing" -> subject.state() == State.FAILING;
      case "warning" -> subject.state() == State.WARNING;
      case "ok" -> subject.state() == State.OK;
      case "unchecked" -> subject.state() == State.UNCHECKED;
      case "worse" -> subject.isWorse();
      default -> subject.peer().watch() != null;
    };
  }
}
