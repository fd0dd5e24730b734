package org.echolot.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.StageState;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a result that was kept. Immutable.
 *
 * @param at when the check began
 * @param marked whether a list should mark the peer for a warning, though it answered
 * @param cause why it failed; null where it did not, and where this version does not know the cause
 * @param stage where it failed or was stopped; null where it did not
 * @param times how each stage ended, and how long it took
 * @param totalMicros what the stages took together, in microseconds
 */
public record ResultBrief(
    Instant at,
    Outcome outcome,
    boolean marked,
    @Nullable Cause cause,
    @Nullable CheckStage stage,
    StageTimes times,
    long totalMicros) {

  /** What the stages took together. */
  public Duration total() {
    return Micros.span(totalMicros);
  }

  /** The time from the C-ECHO-RQ to its answer; empty if the echo was not reached. */
  public Optional<Duration> echoTime() {
    return times.state(CheckStage.ECHO) == StageState.SKIPPED
        ? Optional.empty()
        : Optional.of(times.duration(CheckStage.ECHO));
  }
}
