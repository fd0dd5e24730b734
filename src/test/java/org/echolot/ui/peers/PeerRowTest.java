package org.echolot.ui.peers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.ui.peers.Book.ended;
import static org.echolot.ui.peers.Book.peer;

import java.time.Duration;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow.Status;
import org.junit.jupiter.api.Test;

class PeerRowTest {

  private static final CheckRequest REQUEST = Results.request("CT 1");

  private final PeerRow row = new PeerRow(peer("CT 1"));

  private void answerIn(int millis) {
    ended(row, Results.success(REQUEST, Duration.ofMillis(millis)));
  }

  @Test
  void goesFromTheQueueThroughTheStagesToTheEnd() {
    assertThat(row.status()).isEqualTo(Status.NEVER_CHECKED);
    row.checkQueued();
    assertThat(row.status()).isEqualTo(Status.WAITING);
    row.checkBegan(7);
    assertThat(row.status()).isEqualTo(Status.RUNNING);
    row.checkReached(CheckStage.CONNECT);
    assertThat(row.runningStageProperty().get()).isEqualTo(CheckStage.CONNECT);

    answerIn(1);
    assertThat(row.status()).isEqualTo(Status.OK);
    assertThat(row.runningStageProperty().get()).isNull();
    assertThat(row.lastResult()).isNotNull();
    assertThat(row.lastConversationId()).isEqualTo(7);
  }

  @Test
  void standsAsItsResultSays() {
    ended(row, Results.rejected(REQUEST));
    assertThat(row.status()).isEqualTo(Status.FAILED);
    ended(row, Results.stopped(REQUEST));
    assertThat(row.status()).isEqualTo(Status.CANCELLED);
    ended(
        row,
        Results.success(
            REQUEST, Duration.ofMillis(1), new Warning(Warning.Code.SLOW_PEER, "It is slow.")));
    assertThat(row.status()).isEqualTo(Status.WARNING);
  }

  @Test
  void theCommonestWarningDoesNotMarkIt() {
    ended(
        row,
        Results.success(
            REQUEST,
            Duration.ofMillis(1),
            new Warning(Warning.Code.DELAYED_ACK_STALL, "It stalls others.")));
    assertThat(row.status()).isEqualTo(Status.OK);
  }

  @Test
  void theCourseHasTheLastChecksWithThoseThatFailed() {
    for (int i = 1; i <= 30; i++) {
      answerIn(i);
    }
    ended(row, Results.refused(REQUEST));
    List<PastCheck> shown = Sparkline.shownOf(row.pastChecks());

    assertThat(shown).hasSize(Sparkline.MOST);
    assertThat(shown.getFirst().echoTime()).isEqualTo(Duration.ofMillis(12));
    assertThat(shown.subList(0, Sparkline.MOST - 1)).allMatch(Sparkline::isAnswered);
    assertThat(Sparkline.isAnswered(shown.getLast())).as("a gap").isFalse();
  }

  @Test
  void anEditThatChangesHowItIsReachedForgetsWhatWasFound() {
    answerIn(1);
    row.edit(Book.edited(row.peer(), "CT 1", "OTHER", "10.1.2.3", 104));
    assertThat(row.status()).isEqualTo(Status.NEVER_CHECKED);
    assertThat(row.lastResult()).isNull();
  }

  @Test
  void anEditOfTheNameAloneKeepsWhatWasFound() {
    answerIn(1);
    row.edit(row.peer().withName("CT one"));
    assertThat(row.status()).isEqualTo(Status.OK);
    assertThat(row.peer().name()).isEqualTo("CT one");
  }

  @Test
  void theLogThatBelongsToTheResultStaysKnownWhileTheNextCheckRuns() {
    row.checkBegan(7);
    answerIn(1);
    row.checkQueued();
    row.checkBegan(8);
    assertThat(row.lastConversationId()).isEqualTo(7);
    answerIn(1);
    assertThat(row.lastConversationId()).isEqualTo(8);
  }

  @Test
  void aCheckThatWasStoppedBeforeItBeganHasNoLog() {
    row.checkQueued();
    row.checkBegan(7);
    answerIn(1);
    row.checkQueued();
    ended(row, Results.stopped(REQUEST));
    assertThat(row.lastConversationId()).isZero();
  }

  @Test
  void aTicketKnowsTheSuccessBeforeItAlsoAfterAnEdit() {
    PeerRow row = new PeerRow(Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104));
    assertThat(row.evidence()).isNull();

    CheckResult good = Results.success(REQUEST, Duration.ofMillis(1));
    ended(row, good);
    assertThat(requireNonNull(row.evidence()).lastGood()).as("of the first").isNull();

    row.edit(Book.edited(row.peer(), "CT 1", "CT2", "10.1.2.3", 104));
    assertThat(row.evidence()).isNull();

    ended(row, Results.refused(REQUEST));
    ended(row, Results.rejected(REQUEST));
    assertThat(requireNonNull(row.evidence()).lastGood()).isSameAs(good);
  }
}
