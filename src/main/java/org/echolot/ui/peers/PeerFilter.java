package org.echolot.ui.peers;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.check.CheckResult;
import org.echolot.peers.Peer;
import org.echolot.ui.peers.PeerRow.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which rows fit the words that a user types. Each word must hold: {@code is:failing}, {@code
 * tag:ct}, {@code cert<30} (days left), {@code slow>100ms}; any other must be in the row somewhere.
 */
final class PeerFilter {

  private static final Pattern DAYS = Pattern.compile("cert<(\\d{1,5})");
  private static final Pattern SLOW = Pattern.compile("slow>(\\d{1,7})(ms|s)?");

  private PeerFilter() {}

  static Predicate<PeerRow> of(String text) {
    List<Predicate<PeerRow>> tests = FilterWords.of(text).stream().map(PeerFilter::test).toList();
    return row -> {
      for (Predicate<PeerRow> test : tests) {
        if (!test.test(row)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<PeerRow> test(String word) {
    if (word.startsWith("is:")) {
      String state = word.substring(3);
      return row -> isState(state, row.verdict());
    }
    if (word.startsWith("tag:")) {
      String tag = word.substring(4);
      return row ->
          row.peer().tags().stream()
              .anyMatch(each -> each.toLowerCase(Locale.ROOT).startsWith(tag));
    }
    Matcher days = DAYS.matcher(word);
    if (days.matches()) {
      long most = Long.parseLong(days.group(1));
      return row -> endsWithin(row.certificateEndProperty().get(), most);
    }
    Matcher slow = SLOW.matcher(word);
    if (slow.matches()) {
      long number = Long.parseLong(slow.group(1));
      Duration least =
          "s".equals(slow.group(2)) ? Duration.ofSeconds(number) : Duration.ofMillis(number);
      return row -> row.rank().echoTime().compareTo(least) > 0;
    }
    return row -> searchable(row).contains(word);
  }

  /** An unfinished word, such as {@code is:}, lets everything through. */
  private static boolean isState(String state, Status verdict) {
    return switch (verdict) {
      case FAILED -> "failing".startsWith(state) || "failed".startsWith(state);
      case WARNING -> "warnings".startsWith(state);
      case OK -> "ok".startsWith(state);
      case NEVER_CHECKED, CANCELLED, WAITING, RUNNING ->
          "unchecked".startsWith(state) || "not-checked".startsWith(state);
    };
  }

  private static boolean endsWithin(@Nullable CertificateEnd end, long days) {
    return end != null && end.certificate().daysLeft(end.at()) < days;
  }

  private static String searchable(PeerRow row) {
    Peer peer = row.peer();
    // A row does not go away because it is checked again.
    CheckResult result = row.lastResult();
    String callingAe = peer.callingAe() == null ? "" : peer.callingAe().value();
    return String.join(
            "\n",
            peer.name(),
            peer.address(),
            callingAe,
            String.join("\n", peer.tags()),
            peer.notes(),
            PeerColumns.tlsMark(peer),
            result == null ? "never checked" : ResultWords.of(result) + "\n" + label(result))
        .toLowerCase(Locale.ROOT);
  }

  /** The name of the cause in full, which the list has no room for. */
  private static String label(CheckResult result) {
    return result.cause() == null ? "" : result.cause().label();
  }
}
