package org.echolot.check.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckEvent.Stopped;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;

/** The ladder of one check while it grows: one stage after the other, each timed. */
final class Progress {

  private final CheckListener listener;
  private final Map<CheckStage, StageResult> results = new EnumMap<>(CheckStage.class);
  private CheckStage current = CheckStage.RESOLVE;
  private long beganAtNanos;

  Progress(CheckListener listener) {
    this.listener = listener;
  }

  /** The stage that is under way, or ended last. */
  CheckStage current() {
    return current;
  }

  void begin(CheckStage stage, String detail) {
    current = stage;
    listener.told(new StageStarted(stage, detail, Instant.now()));
    beganAtNanos = System.nanoTime();
  }

  /**
   * The time since the stage under way began, with all that we did in it: for stages that have no
   * moments on the wire to count from.
   */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - beganAtNanos);
  }

  void end(StageState state, Duration duration, String detail) {
    StageResult result = new StageResult(current, state, duration, detail);
    results.put(current, result);
    listener.told(new StageEnded(result, Instant.now()));
  }

  /** The user's stop ended the stage that is under way. */
  void stopped() {
    listener.told(new Stopped(current, Instant.now()));
    end(StageState.FAILED, elapsed(), "stopped");
  }

  void skip(CheckStage stage, String detail) {
    current = stage;
    StageResult result = StageResult.skipped(stage, detail);
    results.put(stage, result);
    listener.told(new StageEnded(result, Instant.now()));
  }

  /**
   * The stage under way, not ended yet, showed that the one before it had failed: that is told, and
   * is the current one again.
   */
  void revise(CheckStage failed, String detail) {
    Duration took = Objects.requireNonNull(results.get(failed)).duration();
    skip(current, "");
    current = failed;
    end(StageState.FAILED, took, detail);
  }

  /** All six stages; those that were not reached are skipped. */
  List<StageResult> ladder() {
    List<StageResult> ladder = new ArrayList<>();
    for (CheckStage stage : CheckStage.values()) {
      ladder.add(results.getOrDefault(stage, StageResult.skipped(stage, "")));
    }
    return ladder;
  }
}
