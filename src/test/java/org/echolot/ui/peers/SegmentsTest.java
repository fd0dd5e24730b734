package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import org.echolot.check.CheckStage;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.ui.FxTest;
import org.junit.jupiter.api.Test;

class SegmentsTest extends FxTest {

  private static List<String> states(Segments segments) {
    return segments.getChildren().stream()
        .map(
            segment ->
                segment.getPseudoClassStates().stream()
                    .map(PseudoClass::getPseudoClassName)
                    .filter(name -> name.startsWith("stage-"))
                    .findFirst()
                    .orElse(""))
        .toList();
  }

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

    List<String> shown =
        callOnFx(
            () -> {
              Segments segments = new Segments();
              segments.show(row);
              return states(segments);
            });

    assertThat(IntStream.of(0, 1, 2, 3, 4, 5).mapToObj(shown::get))
        .containsExactly(
            "stage-done", "stage-done", "stage-none", "stage-running", "stage-none", "stage-none");
  }
}
