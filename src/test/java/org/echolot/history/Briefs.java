package org.echolot.history;

import java.time.Instant;
import org.echolot.check.CheckResult;

/** Results as lists have them from the history, for tests of lists. */
public final class Briefs {

  private Briefs() {}

  /** As if the check had begun at that moment. */
  public static ResultBrief of(CheckResult result, Instant at) {
    return new ResultBrief(
        at,
        result.outcome(),
        result.isMarked(),
        result.cause(),
        result.stage(),
        StageTimes.of(result),
        result.total().toNanos() / 1_000);
  }
}
