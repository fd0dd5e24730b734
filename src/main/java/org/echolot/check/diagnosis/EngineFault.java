package org.echolot.check.diagnosis;

import java.time.OffsetDateTime;
import java.util.Map;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EndedBy;
import org.echolot.check.Outcome;

/** What is said of a check whose engine broke its promise not to throw. */
public final class EngineFault {

  private EngineFault() {}

  /**
   * The result of such a check.
   *
   * @param engine the name of the engine that threw
   * @param startedAt when the check began
   * @param fault what it threw
   */
  public static CheckResult resultOf(
      CheckRequest request, String engine, OffsetDateTime startedAt, Throwable fault) {
    CauseTexts texts = CauseTexts.load();
    Map<String, String> facts = Map.of("detail", fault.toString());
    return CheckResult.unfinished(
        request,
        engine,
        startedAt,
        Outcome.FAILURE,
        Cause.INTERNAL_ERROR,
        texts.summary(Cause.INTERNAL_ERROR, null, facts),
        EndedBy.OUR_ABORT,
        texts.advice(Cause.INTERNAL_ERROR, null, facts, false));
  }
}
