package org.echolot.cli;

import java.util.HashMap;
import java.util.Map;
import org.echolot.check.CheckResult;
import org.echolot.fleet.Schedule;
import org.echolot.ticket.Evidence;

/** Remembers of each target the last check that succeeded. Used by one thread. */
final class LastGoods {

  private final Map<Integer, CheckResult> byTarget = new HashMap<>();

  /** What a ticket on a check that ended is made of. */
  Evidence evidence(Schedule.Ended ended) {
    Evidence evidence =
        new Evidence(ended.result(), ended.recording(), byTarget.get(ended.target()));
    if (ended.result().isSuccess()) {
      byTarget.put(ended.target(), ended.result());
    }
    return evidence;
  }
}
