package org.echolot.ui.probe;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.journal.Journal;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.echolot.probe.Answer;
import org.echolot.probe.ProbeMemory;
import org.echolot.probe.ProbeResult;
import org.echolot.probe.Probing;
import org.echolot.ui.probe.ProbeModel.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ProbeModelTest {

  @TempDir Path folder;

  private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();

  private ProbeModel model(int port) {
    return new ProbeModel(
        Probing.errands(),
        Probing.peer("ANY", port),
        new Journal(),
        new ProbeMemory(folder),
        fx::add);
  }

  private void finish(ProbeModel model) throws InterruptedException {
    while (model.runningProperty().get()) {
      Runnable change = fx.poll(30, TimeUnit.SECONDS);
      assertThat(change).isNotNull();
      change.run();
    }
  }

  @Test
  void nothingIsAskedBeforeSomebodyAsks() {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      ProbeModel model = model(peer.port());

      assertThat(model.runningProperty().get()).isFalse();
      assertThat(peer.connections()).isZero();
    }
  }

  @Test
  void theServicesThatAPeerRefusesAreShown() throws Exception {
    try (ScriptedPeer peer =
        ScriptedPeer.alwaysPlaying(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              line.send(Answers.acceptance(rq, Answers.contexts(rq, 3)));
              line.confirmRelease();
            })) {
      ProbeModel model = model(peer.port());

      model.ask(Question.SERVICES);
      model.ask(Question.QUERY); // one question at a time
      finish(model);

      ProbeResult result = model.resultProperty().get();
      assertThat(requireNonNull(result.services()).cells())
          .allMatch(cell -> cell.answer() == Answer.ABSTRACT_SYNTAX_NOT_SUPPORTED);
      assertThat(result.find()).isNull();
      assertThat(model.statusProperty().get()).isEqualTo("Done.");
      assertThat(peer.connections()).isEqualTo(1);
    }
  }

  @Test
  void aQuestionUnderWayEndsWhenItIsStopped() throws Exception {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(line -> line.staySilent())) {
      ProbeModel model = model(peer.port());

      model.ask(Question.QUERY);
      await().until(() -> peer.connections() == 1);
      model.stop();
      finish(model);

      assertThat(model.statusProperty().get()).isEqualTo("Stopped.");
    }
  }
}
