package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.echolot.capture.Recording;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Warning;
import org.echolot.history.Briefs;
import org.echolot.history.ResultBrief;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers that stand worse than a day ago are counted, and can be asked for. */
class WorsePeersTest {

  private static final Instant DAY_AGO = Instant.parse("2026-11-27T08:00:00Z");

  @TempDir private Path folder;
  private PeersModel model;

  @BeforeEach
  void load() throws IOException {
    Path file = folder.resolve("peers.json");
    Book.write(file, "A", "B", "C", "D");
    model = new PeersModel(new PeerFile(new PeerStore(file), Runnable::run, Runnable::run));
    model.load();
  }

  private PeerRow row(int index) {
    return model.rows().get(index);
  }

  private CheckRequest request(int index) {
    return model.book().requestFor(row(index).peer(), folder);
  }

  private ResultBrief answered(int index, Warning... warnings) {
    return Briefs.of(Results.success(request(index), Duration.ofMillis(1), warnings), DAY_AGO);
  }

  private ResultBrief failed(int index) {
    return Briefs.of(Results.refused(request(index)), DAY_AGO);
  }

  private static void end(PeerRow row, CheckResult result) {
    row.checkQueued();
    row.checkBegan(1);
    row.checkEnded(result, Recording.EMPTY);
  }

  private void endFailing(int index) {
    end(row(index), Results.refused(request(index)));
  }

  private int count() {
    return model.worse().countProperty().get();
  }

  @Test
  void aPeerThatAnsweredAndFailsNowIsWorseAndOneThatFailedAlreadyIsNot() {
    model.showDayAgo(Map.of(row(0).id(), answered(0), row(1).id(), failed(1)));
    assertThat(count()).as("nothing was checked yet").isZero();
    endFailing(0);
    endFailing(1);
    endFailing(2);
    assertThat(count()).as("nobody knows of C, and D was not checked").isEqualTo(1);
    model.shown().filterProperty().set("is:worse");
    assertThat(model.shown().peersProperty().get()).containsExactly(row(0));

    end(row(0), Results.success(request(0), Duration.ofMillis(1)));
    assertThat(count()).isZero();
    assertThat(model.shown().peersProperty().get()).isEmpty();
  }

  @Test
  void whatWasFoundBeforeTheStartCountsToo() {
    model.showDayAgo(Map.of(row(0).id(), answered(0)));
    model.showBefore(
        Map.of(
            row(0).id(),
            List.of(answered(0, new Warning(Warning.Code.CERTIFICATE_EXPIRES_SOON, "soon")))));
    assertThat(count()).as("a warning is worse than none").isEqualTo(1);
  }
}
