package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.ui.FxTest;
import org.echolot.ui.peers.Segments.State;
import org.junit.jupiter.api.Test;

class SegmentsTest extends FxTest {

  @Test
  void aStageThatIsNotAskedForIsNotShownAsDoneWhileTheCheckRuns() {
    PeerRow row = new PeerRow(Book.peer("CT 1"));
    row.checkQueued();
    row.checkBegan(1);
    for (CheckStage stage : List.of(CheckStage.RESOLVE, CheckStage.CONNECT)) {
      row.stageEnded(new StageResult(stage, StageState.OK, Duration.ofMillis(1), ""));
    }
    row.stageEnded(StageResult.skipped(CheckStage.TLS, "off"));
    row.checkReached(CheckStage.ASSOCIATE, Instant.EPOCH);

    List<State> shown =
        callOnFx(
            () -> {
              Segments segments = new Segments();
              segments.show(row);
              return segments.states();
            });

    assertThat(shown)
        .containsExactly(State.DONE, State.DONE, State.NONE, State.RUNNING, State.NONE, State.NONE);
  }
}
