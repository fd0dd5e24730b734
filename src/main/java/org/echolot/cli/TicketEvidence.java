package org.echolot.cli;

import java.util.HashMap;
import java.util.Map;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.Outcome;
import org.echolot.fleet.Schedule;
import org.echolot.ticket.Evidence;

/**
 * What the tickets on a command's checks are made of, one after the other. Remembers of each target
 * whether its last check failed.
 */
final class TicketEvidence {

  private final Map<Integer, Evidence.Failure> failed = new HashMap<>();

  /** Of the check that ended last. */
  Evidence of(Schedule.Ended ended) {
    CheckResult result = ended.result();
    Evidence evidence =
        Evidence.of(result, ended.recording(), ended.check().lastSuccess())
            .after(failed.remove(ended.target()));
    Cause cause = result.cause();
    if (result.outcome() == Outcome.FAILURE && cause != null) {
      failed.put(ended.target(), new Evidence.Failure(result.startedAt(), cause));
    }
    return evidence;
  }
}
