package org.echolot.check;

import java.time.Duration;

/**
 * How one stage went.
 *
 * @param duration how long it took; zero where it was skipped
 * @param detail one line; empty where there is nothing to say
 */
public record StageResult(CheckStage stage, StageState state, Duration duration, String detail) {

  /** A stage that was not reached or not asked for. */
  public static StageResult skipped(CheckStage stage, String detail) {
    return new StageResult(stage, StageState.SKIPPED, Duration.ZERO, detail);
  }
}
