package org.echolot.ui.peers;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.history.ResultBrief;
import org.echolot.report.ShortCause;
import org.echolot.text.ElapsedText;
import org.echolot.ui.peers.PeerRow.Status;
import org.jspecify.annotations.Nullable;

/**
 * A check that has ended, in a few words.
 *
 * @param verdict how it ended
 * @param words as in the list
 * @param echoTime null: the echo was not reached
 */
public record PastCheck(Instant at, Status verdict, String words, @Nullable Duration echoTime) {

  /** How many are kept of each peer. */
  public static final int MOST = 38;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  static PastCheck of(CheckResult result, Status verdict) {
    return new PastCheck(
        result.startedAt().toInstant(),
        verdict,
        ResultWords.of(result),
        result.echoTime().orElse(null));
  }

  static PastCheck of(ResultBrief kept) {
    Cause cause = kept.cause();
    Status verdict = statusOf(kept.outcome(), kept.marked());
    String words =
        switch (kept.outcome()) {
          case SUCCESS -> kept.echoTime().map(ElapsedText::of).orElse("answered");
          case FAILURE -> cause == null ? "failed" : ShortCause.of(cause);
          case CANCELLED -> "stopped";
        };
    return new PastCheck(kept.at(), verdict, words, kept.echoTime().orElse(null));
  }

  /**
   * How a check leaves its peer.
   *
   * @param marked whether a warning marks the peer
   */
  static Status statusOf(Outcome outcome, boolean marked) {
    return switch (outcome) {
      case SUCCESS -> marked ? Status.WARNING : Status.OK;
      case FAILURE -> Status.FAILED;
      case CANCELLED -> Status.CANCELLED;
    };
  }

  /** Adds the newest, and drops the oldest where there are too many. */
  static void add(List<PastCheck> checks, PastCheck newest) {
    checks.add(newest);
    if (checks.size() > MOST) {
      checks.removeFirst();
    }
  }

  /** Puts what was kept before those that are known, as far as it is older. */
  static void putBefore(List<PastCheck> checks, List<ResultBrief> kept) {
    Instant first = checks.isEmpty() ? Instant.MAX : checks.getFirst().at();
    List<PastCheck> older =
        kept.stream().map(PastCheck::of).filter(check -> check.at().isBefore(first)).toList();
    checks.addAll(0, older);
    while (checks.size() > MOST) {
      checks.removeFirst();
    }
  }

  /** When it was, and how it ended. */
  public String text() {
    return TIME.format(at) + "  " + words;
  }

  /** How many answered, and how long the echoes took: {@code 36 of 38 answered · median 3.0 ms}. */
  public static String figures(List<PastCheck> checks) {
    List<Duration> times =
        checks.stream()
            .filter(check -> check.verdict == Status.OK || check.verdict == Status.WARNING)
            .map(PastCheck::echoTime)
            .filter(time -> time != null)
            .sorted()
            .toList();
    String answered = String.format(Locale.ROOT, "%d of %d answered", times.size(), checks.size());
    return times.isEmpty()
        ? answered
        : answered + " · median " + ElapsedText.of(times.get(times.size() / 2));
  }
}
