package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.echolot.ui.FxTest;
import org.echolot.ui.peers.PeerRow.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The line of the last checks in the list. */
class SparklineTest extends FxTest {

  private static PastCheck check(Status verdict, @Nullable Integer millis) {
    return new PastCheck(
        Instant.EPOCH, verdict, "", millis == null ? null : Duration.ofMillis(millis));
  }

  @Test
  void aFailureIsAGapInTheLineAndAMarkBelowIt() {
    Sparkline line = callOnFx(Sparkline::new);
    onFx(
        () ->
            line.show(
                Sparkline.shownOf(
                    List.of(
                        check(Status.OK, 3),
                        check(Status.OK, 4),
                        check(Status.FAILED, null),
                        check(Status.CANCELLED, null),
                        check(Status.FAILED, 7),
                        check(Status.WARNING, 5)))));

    Path times = (Path) line.getChildrenUnmodifiable().getFirst();
    Path failures = (Path) line.getChildrenUnmodifiable().getLast();
    assertThat(times.getElements().stream().filter(MoveTo.class::isInstance)).hasSize(2);
    assertThat(failures.getElements().stream().filter(MoveTo.class::isInstance)).hasSize(2);
  }
}
