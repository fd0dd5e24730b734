package org.echolot.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.echolot.probe.AeTitleQuestion.Answered;
import org.junit.jupiter.api.Test;

class AeTitleQuestionTest {

  private final List<String> calls = new CopyOnWriteArrayList<>();

  /** Rejects as it is told to, by called and calling AE title. */
  private ScriptedPeer peer(int reason, BiPredicate<String, String> knows) {
    return ScriptedPeer.alwaysPlaying(
        line -> {
          AssociateRq rq = line.receive(AssociateRq.class);
          calls.add(rq.callingAe().text() + ">" + rq.calledAe().text());
          if (knows.test(rq.calledAe().text(), rq.callingAe().text())) {
            line.send(Answers.acceptance(rq));
            line.confirmRelease();
          } else {
            line.send(new AssociateRj(1, 1, reason));
            line.discardUntilClosed();
          }
        });
  }

  private static Answered ask(ScriptedPeer peer, String called, String calling, String... ours) {
    CheckRequest request =
        CheckRequest.of(
            "peer", new AeTitle(called), new AeTitle(calling), "127.0.0.1", peer.port());
    CheckResult result = new OwnEngine().check(request, CheckListener.NONE, new StopSignal());
    assertThat(AeTitleQuestion.fits(result)).isTrue();
    return AeTitleQuestion.run(
        Probing.errands(),
        result,
        Arrays.stream(ours).map(AeTitle::new).toList(),
        CheckListener.NONE,
        new StopSignal());
  }

  @Test
  void aCalledAeTitleInUpperCaseThatWorksIsNamed() {
    try (ScriptedPeer peer = peer(7, (called, _) -> called.equals("ORTHANC"))) {
      Answered answered = ask(peer, "orthanc", "ECHOLOT");

      assertThat(answered.isSolved()).isTrue();
      assertThat(answered.conclusion())
          .contains("accepts us as \"ECHOLOT\" if we call \"ORTHANC\"")
          .contains("the called AE title is what it does not accept");
      assertThat(calls)
          .containsExactly(
              "ECHOLOT>orthanc", "ECHOLOT>ORTHANC", AeTitleQuestion.NOBODY + ">orthanc");
    }
  }

  @Test
  void anotherCallingAeTitleOfOursThatWorksIsNamedAfterAtMostFourTries() {
    try (ScriptedPeer peer = peer(3, (_, calling) -> calling.equals("CT2"))) {
      Answered answered = ask(peer, "PACS", "ct1", "CT2", "CT3", "CT4", "CT5");

      assertThat(answered.tries()).hasSize(AeTitleQuestion.MAX_TRIES);
      assertThat(answered.conclusion())
          .contains("accepts us as \"CT2\"")
          .contains("\"ct1\" is no better known to it");
      assertThat(calls).hasSize(1 + AeTitleQuestion.MAX_TRIES);
    }
  }

  @Test
  void aPeerThatTakesACallerWhomNobodyKnowsDoesNotCheckCallers() {
    try (ScriptedPeer peer = peer(3, (_, calling) -> !calling.equals("BLOCKED"))) {
      Answered answered = ask(peer, "PACS", "BLOCKED");

      assertThat(answered.conclusion()).contains("does not check callers");
      assertThat(answered.isSolved()).isFalse();
    }
  }

  @Test
  void whereNothingWorksNothingIsNamed() {
    try (ScriptedPeer peer = peer(7, (_, _) -> false)) {
      Answered answered = ask(peer, "PACS", "ECHOLOT", "OTHER");

      assertThat(answered.isSolved()).isFalse();
      assertThat(answered.tries()).hasSize(1);
      assertThat(answered.tries().getFirst().line())
          .contains("a calling AE title that nobody has")
          .contains("Called AE title not recognized");
    }
  }
}
