package org.echolot.report;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/**
 * Whether the results of one target contradict each other, as it is checked again and again. Keeps
 * the last result's verdict and how often that changed, however many there are. Used by one thread.
 */
public final class Turns {

  private static final String REASONS =
      " Possible reasons: a limit of connections in a time, two machines behind one address, ";

  /**
   * What a check came to.
   *
   * @param cause null: it succeeded
   * @param endedAt when
   */
  private record Verdict(@Nullable Cause cause, OffsetDateTime endedAt) {

    boolean isSameAs(Verdict other) {
      return cause == other.cause;
    }

    String words() {
      return cause == null ? "it answered" : "it failed (" + cause.label() + ")";
    }
  }

  private @Nullable Verdict last;
  private long checks;
  private long turns;

  /** What was before and after the first turn. */
  private String firstTurn = "";

  private boolean answeredFirst;

  /** Takes the next result; one that was stopped says nothing. */
  public void add(CheckResult result) {
    if (result.outcome() == Outcome.CANCELLED) {
      return;
    }
    checks++;
    Verdict next = new Verdict(result.cause(), result.startedAt().plus(result.total()));
    Verdict before = last;
    last = next;
    if (before == null || before.isSameAs(next)) {
      return;
    }
    turns++;
    if (turns == 1) {
      Duration gap = Duration.between(before.endedAt(), result.startedAt());
      firstTurn =
          before.words()
              + ", and "
              + ElapsedText.of(gap.isNegative() ? Duration.ZERO : gap)
              + " later "
              + next.words();
      answeredFirst = before.cause() == null;
    }
  }

  /** A sentence or two about it; empty where all results agree. */
  public Optional<String> words() {
    if (turns == 0) {
      return Optional.empty();
    }
    if (turns > 1) {
      return Optional.of(
          "the results changed "
              + turns
              + " times in "
              + checks
              + " checks; first "
              + firstTurn
              + "."
              + REASONS
              + "or lost packets.");
    }
    return Optional.of(
        firstTurn + "." + (answeredFirst ? REASONS + "or a peer that stopped in between." : ""));
  }
}
