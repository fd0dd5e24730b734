package org.echolot.ui.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.history.Change;
import org.echolot.history.Changes;
import org.echolot.report.Comparison;
import org.jspecify.annotations.Nullable;

/** The checks of a peer that came out otherwise than the one before them. Pure. */
final class Turns {

  /**
   * One of them.
   *
   * @param verdict how it came out
   * @param changes what else was different, a sentence each
   */
  record Turn(Instant at, boolean ok, String verdict, List<String> changes) {

    Turn {
      changes = List.copyOf(changes);
    }
  }

  private Turns() {}

  /**
   * Those among some checks, the newest first.
   *
   * @param results oldest first; the first of them is compared with nothing
   */
  static List<Turn> of(List<CheckResult> results) {
    List<Turn> turns = new ArrayList<>();
    @Nullable CheckResult before = null;
    for (CheckResult result : results) {
      if (result.outcome() == Outcome.CANCELLED) {
        continue;
      }
      if (before != null) {
        List<String> changes =
            Changes.between(before, result).stream().map(Change::sentence).toList();
        if (before.cause() != result.cause() || !changes.isEmpty()) {
          turns.add(
              new Turn(
                  result.startedAt().toInstant(),
                  result.isSuccess(),
                  Comparison.verdict(result),
                  changes));
        }
      }
      before = result;
    }
    return turns.reversed();
  }
}
