package org.echolot.peers.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.peers.Peer;
import org.echolot.text.Spelling;

/** What stands before a colon. The first word of each is the one that is told of. */
@SuppressWarnings("ImmutableEnumChecker") // a test is a constant in all but its type
enum PeerField {
  TAG(
      (subject, value) -> subject.peer().tags().stream().anyMatch(t -> begins(t, value)),
      "tag",
      "tags"),
  IS((_, _) -> true, "is", "state"),
  CAUSE(PeerField::isCause, "cause", "error", "why"),
  NAME((subject, value) -> has(subject.peer().name(), value), "name"),
  HOST(
      (subject, value) -> begins(subject.peer().host(), value) || has(subject.peer().host(), value),
      "host",
      "ip",
      "address"),
  PORT((subject, value) -> String.valueOf(subject.peer().port()).equals(value), "port"),
  CALLED((subject, value) -> has(subject.peer().calledAe().value(), value), "ae", "called", "aet"),
  CALLING(PeerField::isCalledAs, "calling"),
  NOTES((subject, value) -> has(subject.peer().notes(), value), "notes", "note"),
  RESULT((subject, value) -> has(subject.resultWords(), value), "result");

  private static final Pattern BETWEEN = Pattern.compile("[_\\s-]");

  private final BiPredicate<PeerSubject, String> test;
  private final List<String> words;

  PeerField(BiPredicate<PeerSubject, String> test, String... words) {
    this.test = test;
    this.words = List.of(words);
  }

  static Optional<PeerField> named(String word) {
    return Stream.of(values()).filter(field -> field.words.contains(word)).findFirst();
  }

  /** Each with its colon. */
  static List<String> words() {
    return Stream.of(values()).flatMap(field -> field.words.stream()).map(w -> w + ":").toList();
  }

  /**
   * The word that asks for peers of which the field has any of some values; an empty one has all.
   */
  FilterWord with(List<String> values) {
    List<String> wanted = values.stream().filter(value -> !value.isEmpty()).toList();
    if (this == IS && wanted.size() == 1) {
      return States.is(wanted.getFirst());
    }
    if (wanted.isEmpty()) {
      return FilterWord.all(Optional.empty());
    }
    if (this == IS) {
      List<FilterWord> any = wanted.stream().map(States::is).toList();
      return new FilterWord(
          subject -> any.stream().anyMatch(word -> word.test().test(subject)),
          true,
          any.stream().flatMap(word -> word.fault().stream()).findFirst());
    }
    return new FilterWord(
        subject -> wanted.stream().anyMatch(value -> test.test(subject, value)),
        this == CAUSE || this == RESULT,
        this == CAUSE ? causeFault(wanted) : Optional.empty());
  }

  private static boolean isCause(PeerSubject subject, String value) {
    Cause cause = subject.cause();
    return cause != null && isCause(cause, value);
  }

  private static boolean isCause(Cause cause, String value) {
    String wanted = together(value);
    return together(cause.name()).contains(wanted) || together(cause.label()).contains(wanted);
  }

  private static String together(String text) {
    return BETWEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static Optional<String> causeFault(List<String> wanted) {
    return wanted.stream()
        .filter(value -> Stream.of(Cause.values()).noneMatch(cause -> isCause(cause, value)))
        .findFirst()
        .map(
            value ->
                "No cause is called \"" + value + "\"" + Spelling.question(partsOfCauses(), value));
  }

  private static List<String> partsOfCauses() {
    return Stream.of(Cause.values())
        .flatMap(cause -> Arrays.stream(cause.name().toLowerCase(Locale.ROOT).split("_", -1)))
        .filter(part -> part.length() > 3)
        .distinct()
        .toList();
  }

  private static boolean isCalledAs(PeerSubject subject, String value) {
    Peer peer = subject.peer();
    return peer.callingAe() != null && has(peer.callingAe().value(), value);
  }

  private static boolean has(String text, String value) {
    return text.toLowerCase(Locale.ROOT).contains(value);
  }

  private static boolean begins(String text, String value) {
    return text.toLowerCase(Locale.ROOT).startsWith(value);
  }
}
