package org.echolot.history;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;

/** How each stage of a check ended, and how long it took, to the microsecond. Immutable. */
public final class StageTimes {

  private static final List<CheckStage> STAGES = List.of(CheckStage.values());
  private static final StageState[] STATES = StageState.values();
  private static final int BITS = 2;
  private static final int MASK = (1 << BITS) - 1;

  private final int states;
  private final long[] micros;

  private StageTimes(int states, long[] micros) {
    this.states = states;
    this.micros = micros;
  }

  /** Those of a result. */
  static StageTimes of(CheckResult result) {
    int states = 0;
    long[] micros = new long[STAGES.size()];
    for (CheckStage stage : STAGES) {
      StageResult how = result.stage(stage);
      states |= Codes.of(how.state()) << (BITS * Codes.of(stage));
      micros[Codes.of(stage)] = Micros.of(how.duration());
    }
    return new StageTimes(states, micros);
  }

  /**
   * What was stored.
   *
   * @param states of {@link #packedStates}
   * @param micros one for each stage, in order; not changed afterwards
   */
  static StageTimes stored(int states, long[] micros) {
    return new StageTimes(states, micros);
  }

  /** How a stage ended. */
  public StageState state(CheckStage stage) {
    return STATES[(states >> (BITS * Codes.of(stage))) & MASK];
  }

  /** How long it took; zero where it was skipped. */
  public Duration duration(CheckStage stage) {
    return Duration.of(micros(stage), ChronoUnit.MICROS);
  }

  /** The same, in microseconds. */
  public long micros(CheckStage stage) {
    return micros[Codes.of(stage)];
  }

  /** Whether the stage with an index was not skipped, by what {@link #packedStates} gave. */
  static boolean isReached(int states, int index) {
    return STATES[(states >> (BITS * index)) & MASK] != StageState.SKIPPED;
  }

  /** By how many bits the state of a stage is moved in {@link #packedStates}. */
  static int placeOf(CheckStage stage) {
    return BITS * Codes.of(stage);
  }

  /** All states in one number. */
  int packedStates() {
    return states;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StageTimes times
        && times.states == states
        && Arrays.equals(times.micros, micros);
  }

  @Override
  public int hashCode() {
    return 31 * states + Arrays.hashCode(micros);
  }

  @Override
  public String toString() {
    return states + " " + Arrays.toString(micros);
  }
}
