package org.echolot.ui.peers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.jspecify.annotations.Nullable;

/**
 * How far a check has come. Immutable.
 *
 * @param stage the one that it is in; null: it has not begun
 * @param since when that stage began; null with it
 * @param ended the stages before, as they went
 */
public record RunningCheck(
    @Nullable CheckStage stage, @Nullable Instant since, List<StageResult> ended) {

  static final RunningCheck WAITING = new RunningCheck(null, null, List.of());

  public RunningCheck {
    ended = List.copyOf(ended);
  }

  /** How a stage went; null where it has not ended. */
  public @Nullable StageResult ended(CheckStage which) {
    return ended.stream().filter(e -> e.stage() == which).findFirst().orElse(null);
  }

  RunningCheck reached(CheckStage next, Instant at) {
    return new RunningCheck(next, at, ended);
  }

  RunningCheck with(StageResult result) {
    List<StageResult> more = new ArrayList<>(ended);
    more.removeIf(before -> before.stage() == result.stage());
    more.add(result);
    return new RunningCheck(stage, since, more);
  }
}
