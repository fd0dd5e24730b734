package org.echolot.report.acceptance;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.text.AddressText;

/**
 * One check of an acceptance sheet.
 *
 * @param peer what it is called
 * @param target {@code AET@host:port}
 * @param outcome of the check, by its name
 * @param cause by its name; empty if the check succeeded
 */
public record Entry(
    String peer,
    String target,
    String callingAe,
    Expectation expectation,
    Mark mark,
    String outcome,
    String cause,
    String summary,
    OffsetDateTime at) {

  public static Entry of(CheckResult result, Expectation expectation) {
    CheckRequest request = result.request();
    return new Entry(
        request.name(),
        request.calledAe() + "@" + AddressText.of(request.host(), request.port()),
        request.callingAe().value(),
        expectation,
        mark(result, expectation),
        result.outcome().name(),
        result.cause() == null ? "" : result.cause().name(),
        result.summary(),
        result.startedAt().truncatedTo(ChronoUnit.SECONDS));
  }

  private static Mark mark(CheckResult result, Expectation expectation) {
    if (result.outcome() == Outcome.CANCELLED) {
      return Mark.OPEN;
    }
    return switch (expectation) {
      case ACCEPT -> result.isSuccess() ? Mark.PASSED : Mark.FAILED;
      case REFUSE -> {
        if (result.isSuccess()) {
          yield Mark.FAILED;
        }
        yield isRefusalOfTheCaller(result) ? Mark.PASSED : Mark.OPEN;
      }
    };
  }

  /**
   * Whether the peer turned the caller away: by a rejection that fits, or by ending what it had
   * accepted on the network. A peer that rejects the called AE title would reject anybody.
   */
  private static boolean isRefusalOfTheCaller(CheckResult result) {
    return switch (result.cause()) {
      case REJECTED_CALLING_AE,
          REJECTED_NO_REASON,
          REJECTED_OTHER,
          VERIFICATION_NOT_ACCEPTED,
          ABORTED,
          CLOSED_BEFORE_REPLY ->
          true;
      case null, default -> false;
    };
  }

  /** What two runs have in common for the same question. */
  String key() {
    return target + " " + callingAe + " " + expectation;
  }

  /** What can differ between two runs; the time and the words can do so for no reason. */
  boolean cameOutLike(Entry other) {
    return mark == other.mark && outcome.equals(other.outcome) && cause.equals(other.cause);
  }

  /** In a few words. */
  String inShort() {
    return mark.sign() + " " + (cause.isEmpty() ? outcome : cause);
  }
}
